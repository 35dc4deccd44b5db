import type { Connection, FileOutcome, MaskedColumn } from '@btn/adapter'
import { changedName, FILE, list, quote } from './names.ts'
import { isDropping, isGood, isKept, isRejecting, maskNames, type Reason } from './reasons.ts'
import type { Stage } from './stage.ts'

/** What became of the rows of a file. */
export type RowCounts = Pick<
  FileOutcome,
  | 'rowsRead'
  | 'rowsLoaded'
  | 'rowsRejected'
  | 'rowsWarned'
  | 'rowsRepaired'
  | 'duplicateRows'
  | 'duplicateKeys'
  | 'reasons'
>

/** Counts rows by file, in the order of the stage's files. */
export async function countRows(
  connection: Connection,
  stage: Stage,
): Promise<readonly RowCounts[]> {
  const tallies = stage.files.map((file) => new Tally(file.unreadable.byReason))
  for (const { file, count, found } of await countMasks(connection, stage)) {
    tallies[file]?.add(count, found)
  }
  return tallies.map((tally) => tally.counts(stage.plan.reasons))
}

/** Counts the rows of a stage that has no files. */
export async function countAll(connection: Connection, stage: Stage): Promise<RowCounts> {
  const tally = new Tally({})
  for (const { count, found } of await countMasks(connection, stage)) tally.add(count, found)
  return tally.counts(stage.plan.reasons)
}

/** Counts the good rows, and those of them in which personal data was replaced. */
export async function countMasked(
  connection: Connection,
  { name, plan: { layout, reasons } }: Stage,
): Promise<readonly MaskedColumn[]> {
  const columns = layout.columns.filter(({ protect }) => protect)
  if (columns.length === 0) return []
  const counts = columns.map((it) => `count(*) filter (where ${quote(changedName(it.name))})`)
  const { rows } = await connection.query(
    `select ${list(['count(*)', ...counts])} from ${name} where ${isGood(reasons)}`,
  )
  const [all, ...changed] = rows[0] ?? []
  return columns.map((column, index) => ({
    column: column.name,
    rows: Number(all),
    changed: Number(changed[index]),
  }))
}

/** Whether some rows are there twice. */
export async function hasDropped(
  connection: Connection,
  { name, plan: { reasons } }: Stage,
): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from ${name} where not ${isKept(reasons)} limit 1`,
  )
  return rows.length > 0
}

interface MaskCount {
  readonly file: number
  readonly count: number
  readonly found: readonly Reason[]
}

async function countMasks(
  connection: Connection,
  { name, plan: { reasons } }: Stage,
): Promise<readonly MaskCount[]> {
  const words = maskNames(reasons).map(quote)
  const { rows } = await connection.query(
    `select ${list([quote(FILE), 'count(*)', ...words])} from ${name} group by all`,
  )
  return rows.map(([file, count, ...masks]) => ({
    file: Number(file),
    count: Number(count),
    found: reasons.filter(({ word, bit }) => (BigInt(String(masks[word])) & bit) !== 0n),
  }))
}

class Tally {
  readonly #byReason = new Map<string, number>()
  #duplicateRows = 0
  #duplicateKeys = 0
  #loaded = 0
  #rejected = 0
  #warned = 0
  #repaired = 0

  constructor(unreadable: Readonly<Record<string, number>>) {
    for (const [name, count] of Object.entries(unreadable)) {
      this.#byReason.set(name, count)
      this.#rejected += count
    }
  }

  add(count: number, found: readonly Reason[]): void {
    if (found.some(isDropping)) {
      if (found.some(({ test }) => test.kind === 'duplicate-row')) this.#duplicateRows += count
      else this.#duplicateKeys += count
      return
    }
    for (const { name } of found) this.#byReason.set(name, (this.#byReason.get(name) ?? 0) + count)
    if (found.some(isRejecting)) {
      this.#rejected += count
      return
    }
    this.#loaded += count
    if (found.some(({ severity }) => severity === 'warn')) this.#warned += count
    if (found.some(({ severity }) => severity === 'repair')) this.#repaired += count
  }

  /** Reasons come in the order in which they were declared, after what is no row. */
  counts(reasons: readonly Reason[]): RowCounts {
    const declared = reasons.map(({ name }) => name)
    const others = [...this.#byReason.keys()].filter((name) => !declared.includes(name))
    const names = [...others, ...new Set(declared)].filter((name) => this.#byReason.has(name))
    return {
      rowsRead: this.#loaded + this.#rejected + this.#duplicateRows + this.#duplicateKeys,
      rowsLoaded: this.#loaded,
      rowsRejected: this.#rejected,
      rowsWarned: this.#warned,
      rowsRepaired: this.#repaired,
      duplicateRows: this.#duplicateRows,
      duplicateKeys: this.#duplicateKeys,
      reasons: Object.fromEntries(names.map((name) => [name, this.#byReason.get(name) ?? 0])),
    }
  }
}
