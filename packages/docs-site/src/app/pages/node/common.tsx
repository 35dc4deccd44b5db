import type { JSX } from 'preact'
import type { ArgumentInfo, JsonObject, NodeBase, NodePage } from '../../../data/index.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Rows } from '../../parts/rows.tsx'
import { Section } from '../../parts/section.tsx'
import type { Part } from './frame.tsx'
import { ENDS } from './neighbours.tsx'

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

/** The arguments of a macro or a function; what nobody says of any has no column. */
export function Arguments({
  list,
}: {
  readonly list: readonly ArgumentInfo[]
}): JSX.Element | null {
  if (list.length === 0) return null
  const columns = COLUMNS.filter(([, cell]) => list.some((it) => cell(it) !== undefined))
  return (
    <Section id="arguments" title="Arguments" count={list.length}>
      <Rows look={columns.length > 1 ? undefined : 'compact'} heads={columns.map(([name]) => name)}>
        {list.map((it) => (
          <tr key={it.name}>
            {columns.map(([name, cell]) => (
              <td key={name}>{cell(it)}</td>
            ))}
          </tr>
        ))}
      </Rows>
    </Section>
  )
}

const COLUMNS: readonly (readonly [string, (it: ArgumentInfo) => JSX.Element | undefined])[] = [
  ['Name', (it) => <code>{it.name}</code>],
  ['Type', (it) => (it.type === undefined ? undefined : <code>{it.type}</code>)],
  ['Default', (it) => (it.defaultValue === undefined ? undefined : <code>{it.defaultValue}</code>)],
  [
    'Description',
    (it) => (it.description === undefined ? undefined : <Prose html={it.description} />),
  ],
]

/** The list of contents of a page with the usual parts. */
export function usualParts(page: NodePage, ...first: readonly Part[]): readonly Part[] {
  return [
    ...first,
    ...(page.hasCode ? [{ id: 'sql', title: 'Code' }] : []),
    { id: 'lineage', title: 'Lineage' },
    ...(page.dependsOn.length + page.macros.length > 0
      ? [{ id: 'depends-on', title: 'Depends on' }]
      : []),
    ...(page.usedBy.length > 0 || !ENDS.has(page.kind)
      ? [{ id: 'used-by', title: 'Used by' }]
      : []),
  ]
}
