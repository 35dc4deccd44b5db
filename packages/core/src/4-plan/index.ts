export { selectNodes, type SelectOptions } from './select/select.ts'
export type { IndirectSelection, Selection } from './select/spec.ts'
export { readState, type PreviousState } from './select/state/previous-state.ts'
