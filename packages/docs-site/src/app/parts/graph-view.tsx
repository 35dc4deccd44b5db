import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { linkTo } from '../../data/index.ts'
import type { GraphOptions, MountedGraph } from '../../graph/options.ts'
import type { GraphState } from '../../graph/state.ts'
import { loadData } from '../../load/load-data.ts'
import type { GraphParts } from '../data/graph.ts'
import { useSite } from '../data/site.ts'
import { go } from '../route/history.ts'

interface GraphViewProps extends Pick<GraphOptions, 'kind' | 'state' | 'onState'> {
  readonly data: GraphParts
}

/** The graph in an element of its own, which follows the state that it is given. */
export function GraphView({ data, kind, state, onState }: GraphViewProps): JSX.Element {
  const { project, has, chunks } = useSite()
  const box = useRef<HTMLDivElement>(null)
  const mounted = useRef<MountedGraph | undefined>(undefined)
  const report = useRef<(state: GraphState, isStep: boolean) => void>(onState)
  report.current = onState
  const query = data.module.toQuery(state)
  useEffect(() => {
    if (box.current === null) return undefined
    const load = (chunk: number) => loadData(`columns/${chunk}`)
    const graph = data.module.mountGraph(box.current, {
      names: data.names,
      graph: data.graph,
      project,
      columns: has.columns ? { perFile: chunks.columns, load } : undefined,
      kind,
      state,
      onState: (next, isStep) => report.current(next, isStep),
      hrefOf: linkTo,
      onOpen: (id) => go(linkTo(id)),
    })
    mounted.current = graph
    return () => graph.destroy()
  }, [data])
  useEffect(() => mounted.current?.setState(state), [query])
  return <div class={`graph-box ${kind}`} ref={box} />
}
