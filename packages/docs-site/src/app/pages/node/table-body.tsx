import type { JSX } from 'preact'
import type { TablePage } from '../../../data/index.ts'
import { counted } from '../../parts/format.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { LinkList } from '../../parts/link-list.tsx'
import { NodeLink } from '../../parts/node-link.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Section } from '../../parts/section.tsx'
import { Code } from './code.tsx'
import { Columns } from './columns.tsx'
import { breakable, Fact } from './details.tsx'
import { Frame, type Part } from './frame.tsx'
import { Keys } from './keys.tsx'
import { Lineage } from './lineage.tsx'
import { Loads } from './loads.tsx'
import { Neighbours } from './neighbours.tsx'
import { RowDeciders } from './row-deciders.tsx'
import { Runs } from './runs.tsx'
import { TableFigures } from './table-figures.tsx'
import { Tests } from './tests.tsx'

interface TableBodyProps {
  readonly page: TablePage
  readonly section: string | undefined
}

/** Models, seeds, snapshots and sources. */
export function TableBody({ page, section }: TableBodyProps): JSX.Element {
  return (
    <Frame
      page={page}
      badges={badgesOf(page)}
      figures={<TableFigures page={page} />}
      facts={<TableFacts page={page} />}
      parts={partsOf(page)}
      todo={
        <>
          Nobody has described this {page.kind} yet. A <code>description:</code> in a YAML file
          beside it shows here.
        </>
      }
    >
      <SourceWords page={page} />
      <Columns page={page} section={section} />
      <RowDeciders uses={page.uses} />
      {page.hasCode && <Code id={page.id} />}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Tests page={page} />
      <Keys page={page} />
      {page.load !== undefined && <Loads load={page.load} />}
      <Runs runs={page.runs} />
      <Settings page={page} />
    </Frame>
  )
}

function badgesOf(page: TablePage): readonly string[] {
  const { versions } = page
  return [
    page.materialized,
    page.language === 'python' ? 'Python' : undefined,
    page.contract ? 'contract' : undefined,
    page.access === 'protected' ? undefined : page.access,
    versions &&
      (versions.version === versions.latest
        ? `v${versions.version}, latest`
        : `v${versions.version}`),
    versions?.deprecatedAt && `deprecated from ${versions.deprecatedAt.slice(0, 10)}`,
  ].filter((it): it is string => it !== undefined && it !== '')
}

/** What the list of contents names; the order is that of the page. */
function partsOf(page: TablePage): readonly Part[] {
  const parts: readonly (readonly [isThere: boolean, id: string, title: string])[] = [
    [true, 'columns', 'Columns'],
    [page.uses.length > 0, 'rows', 'Which rows there are'],
    [page.hasCode, 'sql', page.language === 'python' ? 'Python' : 'SQL'],
    [true, 'lineage', 'Lineage'],
    [page.dependsOn.length + page.macros.length > 0, 'depends-on', 'Depends on'],
    [true, 'used-by', 'Used by'],
    [page.tests.length + page.unitTests.length > 0, 'tests', 'Tests'],
    [hasKeys(page), 'keys', 'Contract and keys'],
    [page.load !== undefined, 'loads', 'Loads'],
    [page.runs.length > 1, 'runs', 'Runs'],
    [hasSettings(page), 'settings', 'Settings'],
  ]
  return parts.flatMap(([isThere, id, title]) => (isThere ? [{ id, title }] : []))
}

export function hasKeys(page: TablePage): boolean {
  const keys = [page.constraints, page.primaryKey, page.foreignKeys, page.referencedBy]
  return page.contract || keys.some((it) => it.length > 0)
}

const hasSettings = ({ config, meta, stats }: TablePage): boolean =>
  Object.keys(config).length + Object.keys(meta ?? {}).length + (stats?.others.length ?? 0) > 0

function TableFacts({ page }: { readonly page: TablePage }): JSX.Element {
  const { relation, source, versions } = page
  return (
    <>
      <Fact name="Relation">
        {relation && <code class="path">{breakable(relation.quoted ?? relation.name)}</code>}
      </Fact>
      <Fact name="In the database">{relation?.type && relation.type.toLowerCase()}</Fact>
      <Fact name="Owned by">{relation?.owner}</Fact>
      <Fact name="Loader">{source?.loader}</Fact>
      <Fact name="Loaded at">{source?.loadedAtField && <code>{source.loadedAtField}</code>}</Fact>
      <Fact name="Stale after">{staleAfter(page)}</Fact>
      {versions !== undefined && versions.all.length > 1 && (
        <Fact name="Versions">
          <ul class="plain">
            {versions.all.map((it) => (
              <li key={it.id}>
                {it.id === page.id ? <span>{it.name}</span> : <NodeLink link={it} plain />}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  )
}

function staleAfter({ source }: TablePage): string | undefined {
  const { warnAfter, errorAfter } = source?.freshness ?? {}
  const words = [
    warnAfter !== undefined && `warning after ${warnAfter}`,
    errorAfter !== undefined && `error after ${errorAfter}`,
  ].filter((it) => it !== false)
  return words.length === 0 ? undefined : words.join(', ')
}

/** What is said of the source as a whole. */
function SourceWords({ page: { source } }: { readonly page: TablePage }): JSX.Element | null {
  if (source === undefined) return null
  return (
    <details class="source-words" open={source.description !== undefined}>
      <summary>
        Source <strong>{source.name}</strong>, {counted(source.tables.length + 1, 'table')}
      </summary>
      {source.description !== undefined && <Prose html={source.description} />}
      <LinkList links={source.tables} />
    </details>
  )
}

function Settings({ page }: { readonly page: TablePage }): JSX.Element | null {
  if (!hasSettings(page)) return null
  const others = page.stats?.others ?? []
  return (
    <Section id="settings" title="Settings">
      {Object.keys(page.meta ?? {}).length > 0 && (
        <>
          <h3>Meta</h3>
          <JsonView value={page.meta ?? {}} />
        </>
      )}
      {Object.keys(page.config).length > 0 && (
        <>
          <h3>Config</h3>
          <JsonView value={page.config} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>From the catalogue</h3>
          <JsonView value={Object.fromEntries(others.map((it) => [it.label, it.value]))} />
        </>
      )}
    </Section>
  )
}
