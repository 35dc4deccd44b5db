import type { JSX } from 'preact'
import { Await } from '../data/await.tsx'
import { useGraphData } from '../data/graph.ts'
import { GraphView } from '../parts/graph-view.tsx'
import { go } from '../route/history.ts'
import { toHash } from '../route/route.ts'
import { useTitle } from '../shell/title.ts'

/** The whole project as a graph; what the reader does to it is in the address. */
export function GraphPage({ query }: { readonly query: string }): JSX.Element {
  useTitle('Graph')
  const data = useGraphData()
  return (
    <div class="graph-page">
      <h1 class="unseen">Graph</h1>
      <Await data={data} what="The graph">
        {(it) => (
          <GraphView
            data={it}
            kind="whole"
            state={it.module.fromQuery(query)}
            onState={(state, isStep) => {
              const hash = toHash({ kind: 'graph', query: it.module.toQuery(state) })
              go(hash, isStep ? 'push' : 'replace')
            }}
          />
        )}
      </Await>
    </div>
  )
}
