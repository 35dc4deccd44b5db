import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { Condition, ConditionWord, Limit, Place } from '../types/index.ts'

const words: readonly ConditionWord[] = [
  'value',
  'median',
  'mean',
  'stddev',
  'zscore',
  'previous',
  'change',
]

/** Words of SQL that may stand in a condition beside names. */
const SQL_WORDS = new Set(
  'and or not between is null in true false case when then else end like as'.split(' '),
)

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`
const SIMPLE = new RegExp(`^(?:value\\s*)?(>=|<=|<>|!=|==|=|>|<)\\s*(${NUMBER})\\s*(%?)$`, 'i')
const PERCENT = /(\d+(?:\.\d+)?)\s*%(?!\s*[\w(])/g
const QUOTED = /'(?:[^']|'')*'/g
/** A name that is no function's. */
const NAME = /(?<![\w.'])([a-z_]\w*)(?!\w)(?!\s*\()/gi

/** Reads `> 5%`, `abs(zscore) > 3`, `change < -50%`: SQL in which percentages are shares, and which begins with the value where nothing else is said. */
export function readCondition(
  text: string,
  place: Place,
  report: (item: Diagnostic) => void,
): Condition | undefined {
  const bare = text.trim()
  const sql = (
    /^(?:[<>=!]|between\b|not\s+between\b|is\b|in\b)/i.test(bare) ? `value ${bare}` : bare
  )
    .replace(/==/g, '=')
    .replace(PERCENT, '($1 / 100.0)')
  const names = [...sql.replace(QUOTED, '').matchAll(NAME)].map(([, name = '']) =>
    name.toLowerCase(),
  )
  const used = new Set(names.filter((name) => !SQL_WORDS.has(name)))
  const unknown = [...used].find((name) => !isWord(name))
  if (unknown !== undefined || used.size === 0) {
    const nearest = unknown === undefined ? undefined : findNearest(unknown, words)
    report(diagnostic('monitor-condition', { text, unknown, nearest, words }))
    return undefined
  }
  const limit = readLimit(bare)
  return {
    text: bare,
    sql,
    words: words.filter((word) => used.has(word)),
    ...(limit && { limit }),
    unit: limit && bare.includes('%') ? 'percent' : 'plain',
    place,
  }
}

function isWord(name: string): name is ConditionWord {
  return words.some((word) => word === name)
}

function readLimit(text: string): Limit | undefined {
  const [, sign, digits, percent] = SIMPLE.exec(text) ?? []
  if (sign === undefined || digits === undefined) return undefined
  const operator = sign === '<>' ? '!=' : sign === '==' ? '=' : sign
  const value = Number(digits) / (percent ? 100 : 1)
  return { operator: operator as Limit['operator'], value }
}

/** The condition that an age is broken by: more seconds than these. */
export function ageCondition(seconds: number, place: Place): Condition {
  const limit = { operator: '>', value: seconds } as const
  return {
    text: `> ${seconds}`,
    sql: `value > ${seconds}`,
    words: ['value'],
    limit,
    unit: 'seconds',
    place,
  }
}
