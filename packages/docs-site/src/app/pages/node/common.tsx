import type { JSX } from 'preact'
import type { ArgumentInfo, JsonObject, NodeBase } from '../../../data/index.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Section } from '../../parts/section.tsx'
import type { Part } from './frame.tsx'

/** Settings and meta of what has no other place for them. */
export function Settings({ page }: { readonly page: NodeBase }): JSX.Element | null {
  const { config, meta = {} } = page
  const all: JsonObject = Object.keys(meta).length > 0 ? { ...config, meta } : config
  if (Object.keys(all).length === 0) return null
  return (
    <Section id="settings" title="Settings">
      <JsonView value={all} />
    </Section>
  )
}

/** The arguments of a macro or a function. */
export function Arguments({
  list,
}: {
  readonly list: readonly ArgumentInfo[]
}): JSX.Element | null {
  if (list.length === 0) return null
  return (
    <Section id="arguments" title="Arguments" count={list.length}>
      <div class="scroll-x">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Default</th>
              <th scope="col">Description</th>
            </tr>
          </thead>
          <tbody>
            {list.map((it) => (
              <tr key={it.name}>
                <th scope="row">
                  <code>{it.name}</code>
                </th>
                <td>{it.type !== undefined && <code>{it.type}</code>}</td>
                <td>{it.defaultValue !== undefined && <code>{it.defaultValue}</code>}</td>
                <td>{it.description !== undefined && <Prose html={it.description} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** The list of contents of a page with the usual parts. */
export function usualParts(page: NodeBase, ...first: readonly Part[]): readonly Part[] {
  return [
    ...first,
    ...(page.hasCode ? [{ id: 'sql', title: 'Code' }] : []),
    { id: 'lineage', title: 'Lineage' },
    ...(page.dependsOn.length + page.macros.length > 0
      ? [{ id: 'depends-on', title: 'Depends on' }]
      : []),
    { id: 'used-by', title: 'Used by' },
  ]
}
