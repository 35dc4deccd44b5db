import type { LoadRequest, Rule } from '@btn/adapter'
import type { Layout } from './layout.ts'
import { BROKEN, list, literal, maskName, quote } from './names.ts'

/** Why a row is rejected, counted or repaired. Each has a bit in a mask of the stage. */
export interface Reason {
  readonly name: string
  /** `drop`: the row is there twice, which is no reason to reject it. */
  readonly severity: Rule['severity'] | 'drop'
  /** Text with `{column}` in it. */
  readonly text: string
  readonly word: number
  readonly bit: bigint
  readonly test: ReasonTest
}

/** When a row has a reason, and at which point that is known. */
export type ReasonTest =
  /** While the text is still there: `sql` is over cleaned texts, and true for a row that has the reason. */
  | { readonly kind: 'type'; readonly column: string }
  /** Over a row: the condition must not be false. */
  | { readonly kind: 'row'; readonly sql: string; readonly rule?: Rule }
  /** Over all rows. */
  | { readonly kind: 'unique' | 'foreign-key'; readonly rule: Rule }
  | { readonly kind: 'duplicate-row' | 'duplicate-key' }

const BITS_PER_WORD = 62

type Draft = Omit<Reason, 'word' | 'bit'>

/** All reasons in the order in which a row names them: what its type refuses, then the rules as declared. */
export function listReasons(
  { contract, strategy }: Pick<LoadRequest, 'contract' | 'strategy'>,
  layout: Layout,
  { fill, hasJson }: { readonly fill: (sql: string) => string; readonly hasJson: boolean },
): readonly Reason[] {
  const drafts: Draft[] = hasJson ? [ofRow('malformed_json', `${BROKEN} is not true`)] : []
  const { dedupe } = contract
  if (dedupe?.rows) drafts.push(dropped('duplicate_row', 'duplicate-row'))
  if (dedupe?.key || strategy.kind === 'upsert')
    drafts.push(dropped('duplicate_key', 'duplicate-key'))
  if (contract.types === 'reject') {
    for (const { name, isText } of layout.columns) {
      if (!isText) drafts.push(builtIn(`invalid_${name}`, { kind: 'type', column: name }))
    }
  }
  if (strategy.kind === 'upsert') {
    for (const name of strategy.key)
      drafts.push(ofRow(`missing_${name}`, `${quote(name)} is not null`))
  }
  if (strategy.kind === 'partition') {
    const isInside = `${quote(strategy.column)} is not distinct from (${strategy.value})`
    drafts.push(ofRow('other_partition', isInside))
  }
  for (const rule of contract.rules) drafts.push(ofRule(rule, fill))
  const reasons = drafts.map((draft, index) => ({
    ...draft,
    word: Math.floor(index / BITS_PER_WORD),
    bit: 1n << BigInt(index % BITS_PER_WORD),
  }))
  return reasons.map((reason) => unlessRefused(reason, reasons))
}

/** A value that its type refuses is not missing: it has one of the two reasons. */
function unlessRefused(reason: Reason, reasons: readonly Reason[]): Reason {
  const { test } = reason
  const column = test.kind === 'row' && /^\s*"?(\w+)"?\s+is\s+not\s+null\s*$/i.exec(test.sql)?.[1]
  const refused = reasons.find((it) => it.test.kind === 'type' && it.test.column === column)
  if (test.kind !== 'row' || !refused) return reason
  return { ...reason, test: { ...test, sql: `(${test.sql}) or ${hasReason([refused])}` } }
}

function builtIn(name: string, test: ReasonTest): Draft {
  return { name, severity: 'error', text: name, test }
}

function dropped(name: string, kind: 'duplicate-row' | 'duplicate-key'): Draft {
  return { ...builtIn(name, { kind }), severity: 'drop' }
}

function ofRow(name: string, sql: string): Draft {
  return builtIn(name, { kind: 'row', sql })
}

function ofRule(rule: Rule, fill: (sql: string) => string): Draft {
  const { name, severity, check } = rule
  const test: ReasonTest =
    check.kind === 'sql' ? { kind: 'row', sql: fill(check.sql), rule } : { kind: check.kind, rule }
  return { name, severity, text: rule.reason ?? name, test }
}

/** The columns with the bits of all reasons: one for each word. */
export function maskNames(reasons: readonly Reason[]): readonly string[] {
  const length = Math.ceil(reasons.length / BITS_PER_WORD)
  return Array.from({ length }, (_, word) => maskName(word))
}

/** SQL: the row has one of the reasons. */
export function hasReason(reasons: readonly Reason[]): string {
  const masks = new Map<number, bigint>()
  for (const { word, bit } of reasons) masks.set(word, (masks.get(word) ?? 0n) | bit)
  const tests = [...masks].map(([word, mask]) => `(${quote(maskName(word))} & ${mask}) <> 0`)
  return tests.length === 0 ? 'false' : `(${tests.join(' or ')})`
}

/** SQL: the row is one that the table gets. */
export function isGood(reasons: readonly Reason[]): string {
  return `not ${hasReason(reasons.filter((it) => isRejecting(it) || isDropping(it)))}`
}

/** SQL: the row goes into the quarantine. */
export function isRejected(reasons: readonly Reason[]): string {
  return `(${hasReason(reasons.filter(isRejecting))} and not ${hasReason(reasons.filter(isDropping))})`
}

/** SQL: the row is not there twice. */
export function isKept(reasons: readonly Reason[]): string {
  return `not ${hasReason(reasons.filter(isDropping))}`
}

export function isRejecting({ severity }: Reason): boolean {
  return severity === 'error'
}

export function isDropping({ severity }: Reason): boolean {
  return severity === 'drop'
}

/** SQL: the texts of all reasons that a row is rejected for, as a list; `raw` is what its texts are called. */
export function reasonTexts(reasons: readonly Reason[], layout: Layout): string {
  return listOf(reasons, ({ text }) => reasonText(text, layout))
}

/** SQL: their names. */
export function reasonNames(reasons: readonly Reason[]): string {
  return listOf(reasons, ({ name }) => literal(name))
}

function listOf(reasons: readonly Reason[], value: (reason: Reason) => string): string {
  const items = reasons.map((it) => `case when ${hasReason([it])} then ${value(it)} end`)
  return `list_filter([${list(items)}]::varchar[], lambda it: it is not null)`
}

/** SQL: a text in which `{column}` and `{raw.column}` are filled in. */
export function reasonText(text: string, { raw, columns }: Layout): string {
  const pieces = text.split(/\{([^{}]*)\}/).map((piece, index) => {
    if (index % 2 === 0) return literal(piece)
    const name = piece.trim()
    const field = /^raw\.(.*)$/s.exec(name)?.[1]
    if (field !== undefined) return `coalesce(${quote(raw)}.${quote(field)}::varchar, '')`
    const isColumn = columns.some((column) => column.name === name)
    return isColumn ? `coalesce(${quote(name)}::varchar, '')` : literal(`{${piece}}`)
  })
  return pieces.filter((piece) => piece !== "''").join(' || ') || "''"
}
