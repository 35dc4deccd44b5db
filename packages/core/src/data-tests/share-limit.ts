/** A limit in percent of the tested rows: `> 1%`. */
export interface ShareLimit {
  /** Whether so many failing rows, of so many that were tested, are what the limit names. */
  readonly isMet: (failures: number, rows: number) => boolean
}

type Comparison = (difference: number) => boolean

const comparisons: Readonly<Record<string, Comparison>> = {
  '>': (it) => it > 0,
  '>=': (it) => it >= 0,
  '<': (it) => it < 0,
  '<=': (it) => it <= 0,
  '=': (it) => it === 0,
  '==': (it) => it === 0,
  '!=': (it) => it !== 0,
  '<>': (it) => it !== 0,
}

const PERCENT = String.raw`(\d+(?:\.\d+)?)\s*%`
const COMPARED = new RegExp(String.raw`^\s*(>=|<=|<>|!=|==|=|>|<)\s*${PERCENT}\s*$`)
const BETWEEN = new RegExp(String.raw`^\s*between\s+${PERCENT}\s+and\s+${PERCENT}\s*$`, 'i')

/** Whether a condition speaks of percent. In SQL, `%` stands between two values and never at an end. */
export function speaksOfShare(condition: string): boolean {
  return /%\s*(?:$|and\b|or\b)/i.test(condition)
}

/** Undefined where it is none that can be read. */
export function readShareLimit(condition: string): ShareLimit | undefined {
  const [, operator = '', percent = ''] = COMPARED.exec(condition) ?? []
  const compare = comparisons[operator]
  if (compare) return { isMet: (failures, rows) => compare(against(percent, failures, rows)) }
  const [, low, high] = BETWEEN.exec(condition) ?? []
  if (low === undefined || high === undefined) return undefined
  return {
    isMet: (failures, rows) =>
      against(low, failures, rows) >= 0 && against(high, failures, rows) <= 0,
  }
}

/** Of no rows, nothing fails: 0; what fails all the same is all there is. */
export function shareOf(failures: number, rows: number): number {
  return rows > 0 ? failures / rows : failures > 0 ? 1 : 0
}

/** The sign of the share's difference to a number of percent, exactly: 0.3 % has no binary form. */
function against(percent: string, failures: number, rows: number): number {
  const [whole = '', decimals = ''] = percent.split('.')
  const [counted, all] = rows > 0 ? [failures, rows] : [failures > 0 ? 1 : 0, 1]
  const left = BigInt(counted) * 100n * 10n ** BigInt(decimals.length)
  const right = BigInt(whole + decimals) * BigInt(all)
  return left > right ? 1 : left < right ? -1 : 0
}
