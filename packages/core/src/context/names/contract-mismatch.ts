import { toText, iterate, type Value } from '@btn/jinja'

interface NamedType {
  readonly name: string
  readonly type: string
}

interface Mismatch {
  readonly column: string
  readonly defined: string
  readonly promised: string
  readonly reason: 'missing in contract' | 'missing in definition' | 'data type mismatch'
}

const HEAD = ['column_name', 'definition_type', 'contract_type', 'mismatch_reason']

/** What `raise_contract_error` says: a table of the columns that differ. Both arguments are what `format_columns` gives. */
export function describeMismatch(promised: Value, found: Value): string {
  const contract = readColumns(promised)
  if (contract.length === 0)
    return "This model has an enforced contract, and its 'columns' specification is missing"
  const rows = findMismatches(contract, readColumns(found)).map((it) => [
    it.column,
    it.defined,
    it.promised,
    it.reason,
  ])
  return `This model has an enforced contract that failed. Columns differ:\n\n${drawTable([HEAD, ...rows])}`
}

function readColumns(list: Value): readonly NamedType[] {
  return [...iterate(list)].map((item) => {
    const member = (key: string): string =>
      typeof item === 'object' && item !== null && 'getItem' in item
        ? toText(item.getItem?.(key) ?? '')
        : ''
    return { name: member('name'), type: member('data_type') }
  })
}

function findMismatches(
  contract: readonly NamedType[],
  found: readonly NamedType[],
): readonly Mismatch[] {
  const mismatches: Mismatch[] = []
  for (const { name, type } of found) {
    const promise = contract.find((it) => it.name === name)
    const base = { column: name, defined: type, promised: promise?.type ?? '' }
    if (!promise) mismatches.push({ ...base, reason: 'missing in contract' })
    else if (promise.type !== type) mismatches.push({ ...base, reason: 'data type mismatch' })
  }
  for (const { name, type } of contract) {
    if (found.some((it) => it.name === name)) continue
    mismatches.push({ column: name, defined: '', promised: type, reason: 'missing in definition' })
  }
  return mismatches.sort((a, b) => (a.column < b.column ? -1 : a.column > b.column ? 1 : 0))
}

function drawTable(lines: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const draw = (line: readonly string[]): string =>
    `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...rows] = lines
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...rows.map(draw)].join('\n')
}
