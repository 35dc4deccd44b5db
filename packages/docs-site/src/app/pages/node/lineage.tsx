import type { JSX } from 'preact'
import { Section } from '../../parts/section.tsx'
import { toHash } from '../../route/route.ts'

interface LineageProps {
  readonly id: string
  readonly name: string
}

/** The neighbourhood of a node as a graph. */
export function Lineage({ name }: LineageProps): JSX.Element {
  return (
    <Section
      id="lineage"
      title="Lineage"
      tools={
        <a class="section-tool" href={toHash({ kind: 'graph', select: `+${name}+` })}>
          Open in the graph
        </a>
      }
    >
      <div class="mini-graph" />
    </Section>
  )
}
