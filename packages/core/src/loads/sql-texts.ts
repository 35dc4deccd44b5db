import type { LoadSpec } from '../types/index.ts'

/** Everything of a load that is SQL of the user's. */
export function sqlTextsOf({ contract, quarantine }: LoadSpec): readonly string[] {
  const { clean, rules, dedupe } = contract
  const cleaners = Object.values(clean).flatMap((it) => (it.kind === 'sql' ? [it.sql] : []))
  const checks = rules.flatMap(({ check, repair }) => [
    ...(check.kind === 'sql' ? [check.sql] : []),
    ...(check.kind === 'foreign-key' && check.where !== undefined ? [check.where] : []),
    ...Object.values(repair ?? {}),
  ])
  const columns = quarantine.files.flatMap(({ columns: of }) =>
    of.flatMap((column) => (column.kind === 'named' ? [column.sql] : [])),
  )
  return [...cleaners, ...checks, ...(dedupe?.prefer ?? []), ...columns]
}

/** Texts and quoted names are passed over. */
const quoted = `'(?:[^']|'')*'|"(?:[^"]|"")*"`

function callOf(name: string): RegExp {
  const escaped = name.replace(/\W/g, '\\$&')
  return new RegExp(`${quoted}|(?<![\\w.])${escaped}(?=\\s*\\()`, 'gi')
}

export function callsFunction(sql: string, name: string): boolean {
  return [...sql.matchAll(callOf(name))].some(([found]) => !/^['"]/.test(found))
}

/** Functions of the project are called by their bare names: each gets the name that it has in the database. */
export function qualifyFunctions(sql: string, functions: ReadonlyMap<string, string>): string {
  let text = sql
  for (const [name, full] of functions) {
    text = text.replaceAll(callOf(name), (found) => (/^['"]/.test(found) ? found : full))
  }
  return text
}
