import { DatabaseError, type Relation } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import type { JsonObject, Manifest } from '@btn/core'
import type { Audited, Remembered } from '@btn/docs-site'
import type { Opened } from '../../open-project.ts'
import type { Compiled } from '../../project.ts'
import { line } from '../../terminal/entry.ts'
import { withDatabase } from '../../with-database.ts'
import { askAudit, type Asking } from './ask-audit.ts'

/**
 * Writes `history.json`: runs, tests, loads, quarantine, monitors and alerts as the audit log has them; without one, what runs left in their
 * artifacts, which is remembered from one time to the next. Sizes are those that the database keeps count of, and those of files.
 */
export async function writeHistory(
  opened: Opened,
  { linked: { manifest } }: Compiled,
  remembered: Remembered,
  asksDatabase: boolean,
): Promise<void> {
  const asked = asksDatabase ? await askDatabase(opened, manifest) : nothing
  const known: ReadonlyMap<string, unknown> = manifest.nodes
  const { toHistory } = await import('../write-site.ts')
  opened.report.writeHistory(
    toHistory({
      remembered,
      ...asked,
      personal: saidPersonal(manifest),
      children: manifest.children,
      isKnown: (id) => known.has(id),
    }),
  )
}

interface Asked {
  readonly audited: Audited | undefined
  readonly stats: JsonObject
}

const nothing: Asked = { audited: undefined, stats: {} }

/** A database that cannot be asked takes nothing from the site but its past. */
async function askDatabase(opened: Opened, manifest: Manifest): Promise<Asked> {
  try {
    return await withDatabase(opened, { isReadOnly: true }, async (database) => {
      const connection = await database.connect()
      const asking = { opened, manifest, database, connection }
      return { audited: await askAudit(asking), stats: await askSizes(asking) }
    })
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof DiagnosticError)) throw error
    const text = `The history of the database could not be read: ${error.message}`
    opened.output.tell({ ...line('DocsHistoryIncomplete', 'W015', text), level: 'warn' })
    return nothing
  }
}

async function askSizes({ opened, manifest, database, connection }: Asking): Promise<JsonObject> {
  const name = opened.project.target?.credentials.database ?? ''
  const sizes = await database.catalog.listSizes(connection, name)
  const ofFiles = await database.catalog.listFileSizes(connection, externalsOf(manifest))
  const known = new Map(
    [...sizes, ...ofFiles].map((it) => [keyOf(it.relation.schema, it.relation.name), it]),
  )
  const stats: Record<string, JsonObject> = {}
  for (const node of manifest.nodes.values()) {
    if (!('database' in node) || node.database !== name) continue
    const table = 'identifier' in node ? node.identifier : node.alias
    const size = known.get(keyOf(node.schema, table))
    if (!size) continue
    const { relation: _, ...figures } = size
    stats[node.id] = figures
  }
  return stats
}

const keyOf = (schema: string, table: string): string => `${schema}\n${table}`.toLowerCase()

/** Models whose rows lie in files. */
function externalsOf({ nodes }: Manifest): readonly Relation[] {
  return [...nodes.values()].flatMap((node): readonly Relation[] => {
    if (node.kind !== 'model' || node.config.materialized !== 'external') return []
    return [{ database: node.database, schema: node.schema, name: node.alias, type: 'view' }]
  })
}

/** What somebody said to hold personal data. */
function saidPersonal({ nodes }: Manifest): ReadonlySet<string> {
  const found = [...nodes.values()].filter((node) => {
    const isLoaded = node.kind === 'source' && Object.keys(node.load?.personal ?? {}).length > 0
    const isSaid =
      'columns' in node && [...node.columns.values()].some((it) => it.pii !== undefined)
    return isLoaded || isSaid
  })
  return new Set(found.map(({ id }) => id))
}
