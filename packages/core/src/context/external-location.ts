import type { Json } from '../types/index.ts'

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
    throw new RangeError(`formatter "${formatter}" is none of ${Object.keys(patterns).join(', ')}`)
  }
  return pattern.replace(expression, (match, first?: string, second?: string) => {
    const name = first ?? second
    if (name === undefined) return match.charAt(0)
    const value = values[name]
    if (value === undefined) throw new RangeError(`"${match}" names no setting of the source`)
    return String(value)
  })
}
