import type { JSX } from 'preact'
import type { SemanticModelPage, SemanticPart } from '../../../data/index.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Section } from '../../parts/section.tsx'
import { Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'
import { Rows } from '../../parts/rows.tsx'

/** A model as the semantic layer sees it. */
export function SemanticModelBody({ page }: { readonly page: SemanticModelPage }): JSX.Element {
  const tables = [
    ['entities', 'Entities', page.entities],
    ['dimensions', 'Dimensions', page.dimensions],
    ['measures', 'Measures', page.measures],
  ] as const
  const filled = tables.filter(([, , list]) => list.length > 0)
  return (
    <Frame
      page={page}
      facts={
        <>
          <Fact name="Called">{page.label}</Fact>
          <Fact name="Model">{page.model && <NodeLink link={page.model} plain />}</Fact>
        </>
      }
      parts={usualParts(page, ...filled.map(([id, title]) => ({ id, title })))}
    >
      {filled.map(([id, title, list]) => (
        <Section key={id} id={id} title={title} count={list.length}>
          <Parts list={list} />
        </Section>
      ))}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Settings page={page} />
    </Frame>
  )
}

function Parts({ list }: { readonly list: readonly SemanticPart[] }): JSX.Element {
  return (
    <Rows heads={['Name', 'Type', 'Expression', 'Description']}>
      {list.map((it) => (
        <tr key={it.name}>
          <th scope="row">
            <code>{it.name}</code>
            {it.label !== undefined && <span class="quiet"> {it.label}</span>}
          </th>
          <td>{it.type}</td>
          <td>{it.expression !== undefined && <code>{it.expression}</code>}</td>
          <td>{it.description !== undefined && <Prose html={it.description} />}</td>
        </tr>
      ))}
    </Rows>
  )
}
