export { arrange, place } from './layout/layout.ts'
export { selectRows } from './select/select-rows.ts'
export { toSiteGraph } from './select/site-graph.ts'
