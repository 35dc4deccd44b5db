import { createHash } from 'node:crypto'
import type { Constraint, Model } from '../types/index.ts'

/**
 * What dbt 1.12 compares to see whether a contract changed: a hash over names, types and constraints of the columns,
 * and over the model's constraints where the materialization enforces them. Constraints go in as Python prints them.
 */
export function contractChecksum(model: Model): string {
  const columns = [...model.columns.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  let state = ''
  for (const { name, dataType, constraints } of columns) {
    const printed = constraints.map((it) => printConstraint(it, 'ColumnLevelConstraint', ''))
    state += `|${name}${dataType ?? 'None'}[${printed.join(', ')}]`
  }
  const materialized = model.config['materialized']
  if (materialized === 'table' || materialized === 'incremental') {
    const printed = model.constraints.map((it) =>
      printConstraint(it, 'ModelLevelConstraint', `, columns=${printList(it.columns ?? [])}`),
    )
    state += `${materialized}[${printed.join(', ')}]`
  }
  return createHash('sha256').update(state).digest('hex')
}

function printConstraint(it: Constraint, className: string, rest: string): string {
  const type = `<ConstraintType.${it.type}: '${it.type}'>`
  const names = `name=${printText(it.name)}, expression=${printText(it.expression)}`
  const flags = `warn_unenforced=${printFlag(it.warnUnenforced)}, warn_unsupported=${printFlag(it.warnUnsupported)}`
  const target = `to=${printText(it.to)}, to_columns=${printList(it.toColumns ?? [])}`
  return `${className}(type=${type}, ${names}, ${flags}, ${target}${rest})`
}

function printFlag(value: boolean): string {
  return value ? 'True' : 'False'
}

function printText(value: string | undefined): string {
  if (value === undefined) return 'None'
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'"
  const body = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
  return `${quote}${quote === "'" ? body.replaceAll("'", "\\'") : body}${quote}`
}

function printList(values: readonly string[]): string {
  return `[${values.map(printText).join(', ')}]`
}
