import type { SqlTable, SqlValue } from '@btn/adapter'

const WIDEST_CELL = 60

/** Rows as a person reads them: numbers to the right, long texts cut, nothing for NULL; dots below where there are more. */
export function tableText({ columns, rows }: SqlTable, hasMore = false): string {
  const cells = [
    ...rows.map((row) => row.map((value) => cut(shownText(value)))),
    ...(hasMore ? [columns.map(() => '...')] : []),
  ]
  const widths = columns.map(({ name }, at) =>
    Math.max(name.length, ...cells.map((row) => (row[at] ?? '').length)),
  )
  const isRight = columns.map((_, at) => rows.every((row) => isNumber(row[at])))
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, at) => (isRight[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0))).join(' | ')} |`
  return [
    line(columns.map(({ name }) => name)),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...cells.map(line),
  ].join('\n')
}

const SAMPLE_WIDTH = 110

/** As many columns as a line holds, in their order; the one that matters is among them. Dots stand for the others. */
export function sampleText({ columns, rows }: SqlTable, important: string | undefined): string {
  const widths = columns.map(({ name }, at) =>
    Math.max(name.length, ...rows.map((row) => cut(cellText(row[at] ?? null)).length)),
  )
  const key = columns.findIndex(({ name }) => name === important?.replaceAll('"', ''))
  const order = [...columns.keys()].sort((a, b) => Number(b === key) - Number(a === key) || a - b)
  let room = SAMPLE_WIDTH
  const kept = order.filter((at) => {
    room -= (widths[at] ?? 0) + 3
    return room >= 0 || at === order[0]
  })
  kept.sort((a, b) => a - b)
  const isCut = kept.length < columns.length
  const more: SqlTable['columns'] = isCut ? [{ name: '…', type: 'VARCHAR' }] : []
  return tableText({
    columns: [...kept.flatMap((at) => columns[at] ?? []), ...more],
    rows: rows.map((row) => [...kept.map((at) => row[at] ?? null), ...(isCut ? ['…'] : [])]),
  })
}

/** Rows for programs: exact numbers, however large; dates and times as ISO text, lists and structs as dbt has them: the text of their JSON. */
export function tableJson({ columns, rows }: SqlTable, node: string | undefined): string {
  const objects = rows.map((row) => {
    const entries = columns.map(
      ({ name }, at) => `      ${JSON.stringify(name)}: ${flatJson(row[at])}`,
    )
    return `    {\n${entries.join(',\n')}\n    }`
  })
  const list = objects.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n  ]`
  const name = node === undefined ? '' : `  "node": ${JSON.stringify(node)},\n`
  return `{\n${name}  "show": ${list}\n}`
}

function flatJson(value: SqlValue | undefined): string {
  const isNested = typeof value === 'object' && (value?.kind === 'list' || value?.kind === 'struct')
  return isNested ? JSON.stringify(toJson(value)) : toJson(value)
}

function isNumber(value: SqlValue | undefined): boolean {
  if (value === null || typeof value === 'bigint' || typeof value === 'number') return true
  return typeof value === 'object' && value.kind === 'decimal'
}

function cut(text: string): string {
  const flat = text.replaceAll('\r', '').replaceAll('\n', '↵').replaceAll('\t', ' ')
  return flat.length > WIDEST_CELL ? `${flat.slice(0, WIDEST_CELL - 1)}…` : flat
}

/** As `cellText`, with a blank between a day and the time of it. */
function shownText(value: SqlValue): string {
  const text = cellText(value)
  const isInstant =
    typeof value === 'object' && (value?.kind === 'timestamp' || value?.kind === 'timestamptz')
  return isInstant ? text.replace('T', ' ') : text
}

export function cellText(value: SqlValue): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (value.kind === 'list' || value.kind === 'struct' || value.kind === 'blob')
    return toJson(value)
  return value.text
}

/** A floating-point number is told from a whole one by its point, as in Python. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value))
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

/** A value as JSON. Numbers that JSON has no form for (`NaN`) become text. */
export function toJson(value: SqlValue | undefined): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  switch (value.kind) {
    case 'decimal':
      return value.text
    case 'list':
      return `[${value.items.map(toJson).join(', ')}]`
    case 'struct':
      return `{${value.entries.map(([key, it]) => `${JSON.stringify(cellText(key))}: ${toJson(it)}`).join(', ')}}`
    case 'blob':
      return JSON.stringify(Buffer.from(value.bytes).toString('hex'))
    default:
      return JSON.stringify(value.text)
  }
}
