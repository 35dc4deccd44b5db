import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Json, JsonObject, SourceTable } from '../types/index.ts'

type Located = Pick<
  SourceTable,
  'sourceMeta' | 'meta' | 'config' | 'name' | 'identifier' | 'schema' | 'database' | 'sourceName'
>

/** The plugin of dbt-duckdb that should load a source: it comes before a location. */
export function findPlugin(table: Located): string | undefined {
  const { plugin }: JsonObject = { ...table.sourceMeta, ...table.meta, ...table.config }
  return typeof plugin === 'string' ? plugin : undefined
}

/** dbt-duckdb's `external_location`, of the table or else of its source, as SQL writes it; undefined where there is none. */
export function findExternalLocation(table: Located): string | undefined {
  const settings: JsonObject = { ...table.sourceMeta, ...table.meta, ...table.config }
  const location = settings['external_location']
  if (typeof location !== 'string') return undefined
  const text = formatLocation(location, String(settings['formatter'] ?? 'newstyle'), {
    ...settings,
    name: table.name,
    identifier: table.identifier,
    schema: table.schema,
    database: table.database,
    source_name: table.sourceName,
  })
  return text.includes('(') || text.startsWith("'") ? text : `'${text}'`
}

const patterns: Readonly<Record<string, RegExp>> = {
  newstyle: /\{\{|\}\}|\{(\w+)\}/g,
  oldstyle: /%%|%\((\w+)\)s/g,
  template: /\$\$|\$\{(\w+)\}|\$(\w+)/g,
}

/** Fills in dbt-duckdb's location patterns: `{name}` (newstyle), `%(name)s` (oldstyle) or `$name` (template). */
export function formatLocation(
  pattern: string,
  formatter: string,
  values: Readonly<Record<string, Json>>,
): string {
  const expression = patterns[formatter]
  if (!expression) {
    throw invalid(
      pattern,
      `the formatter "${formatter}" is none of ${Object.keys(patterns).join(', ')}`,
    )
  }
  return pattern.replace(expression, (match, first?: string, second?: string | number) => {
    // Behind the last group comes the offset of the match.
    const name = first ?? second
    if (typeof name !== 'string') return match.charAt(0)
    const value = values[name]
    if (value === undefined) throw invalid(pattern, `"${match}" names no setting of the source`)
    return String(value)
  })
}

function invalid(pattern: string, problem: string): DiagnosticError {
  return new DiagnosticError(diagnostic('external-location-invalid', { pattern, problem }))
}
