import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Await } from '../../data/await.tsx'
import { useGraphData, type GraphParts } from '../../data/graph.ts'
import { GraphView } from '../../parts/graph-view.tsx'
import { Section } from '../../parts/section.tsx'
import { useSeen } from '../../parts/use-seen.ts'
import { toHash } from '../../route/route.ts'

interface LineageProps {
  readonly id: string
  readonly name: string
}

/** The neighbourhood of a node as a graph, drawn when one comes near it. */
export function Lineage({ id, name }: LineageProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useSeen(place, '300px')
  const query = new URLSearchParams({ select: `+${name}+`, focus: id }).toString()
  return (
    <Section
      id="lineage"
      title="Lineage"
      tools={
        <a class="section-tool" href={toHash({ kind: 'graph', query })}>
          Open in the graph
        </a>
      }
    >
      <div class="near-graph" ref={place}>
        {isNear && <Near id={id} />}
      </div>
    </Section>
  )
}

function Near({ id }: { readonly id: string }): JSX.Element {
  const data = useGraphData()
  return (
    <Await data={data} what="The graph">
      {(it) => <NearGraph data={it} id={id} />}
    </Await>
  )
}

/** What the reader does to it is forgotten with the page. */
function NearGraph({ data, id }: { readonly data: GraphParts; readonly id: string }): JSX.Element {
  const [state, setState] = useState(() => ({ ...data.module.fromQuery(''), focus: id }))
  return <GraphView data={data} kind="near" state={state} onState={setState} />
}
