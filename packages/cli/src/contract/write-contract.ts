import type { ColumnFacts, FileFacts } from './read-facts.ts'

interface Names {
  readonly from: string
  readonly source: string
  readonly table: string
}

/** The facts as the YAML of a source. */
export function writeContract(
  { delimiter, columns }: FileFacts,
  { from, source, table }: Names,
): string {
  const options = delimiter === undefined ? '' : `, options: { delimiter: ${text(delimiter)} }`
  const rules = columns.flatMap(rulesOf)
  return [
    'sources:',
    `  - name: ${source}`,
    '    tables:',
    `      - name: ${table}`,
    '        config:',
    `          load: { from: ${text(from)}${options} }`,
    ...(rules.length > 0
      ? ['          contract:', '            rules:', ...rules.map((it) => `              ${it}`)]
      : []),
    '        columns:',
    ...columns.map(
      ({ name, type }) => `          - { name: ${text(name)}, data_type: ${text(type)} }`,
    ),
  ].join('\n')
}

function rulesOf(column: ColumnFacts): readonly string[] {
  const { name, isNeverNull, isUnique, values, isNeverNegative, pattern } = column
  const rule = name.replaceAll(/\W+/g, '_').toLowerCase()
  // Words of SQL are quoted, and so is what could be one.
  const quoted =
    /^[a-z_]\w*_\w*$|^(id|name|email|status|amount|country|city|price|quantity|currency|total|phone)$/i.test(
      name,
    )
      ? name
      : `"${name.replaceAll('"', '""')}"`
  const sql = (value: string): string => `'${value.replaceAll("'", "''")}'`
  return [
    ...(isNeverNull ? [`missing_${rule}: ${text(`${quoted} is not null`)}`] : []),
    ...(values ? [`unknown_${rule}: ${text(`${quoted} in (${values.map(sql).join(', ')})`)}`] : []),
    ...(pattern
      ? [`malformed_${rule}: ${text(`regexp_full_match(${quoted}, ${sql(pattern)})`)}`]
      : []),
    ...(isNeverNegative ? [`negative_${rule}: ${text(`${quoted} >= 0`)}`] : []),
    ...(isUnique ? [`duplicate_${rule}: { unique: [${text(name)}] }`] : []),
  ]
}

/** Plain where YAML reads it as text anyway. */
function text(value: string): string {
  return /^[a-z][\w./-]*$/i.test(value) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(value)
    ? value
    : value.includes('"')
      ? `'${value.replaceAll("'", "''")}'`
      : JSON.stringify(value)
}
