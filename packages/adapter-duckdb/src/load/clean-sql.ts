import type { Cleaner, YearBound } from '@btn/adapter'
import { list, literal, quote } from './names.ts'

/** What cleaners are told about the load. */
export interface CleanContext {
  /** Texts of the user's with `{date}` filled in. */
  readonly fill: (sql: string) => string
  /** The year that bounds of years are counted from. */
  readonly year: number
}

/** The SQL of a cleaned value, over columns that hold texts. */
export function cleanSql(name: string, cleaner: Cleaner | undefined, context: CleanContext) {
  const text = quote(name)
  if (!cleaner) return text
  switch (cleaner.kind) {
    case 'sql':
      return `(${context.fill(cleaner.sql)})`
    case 'case':
      return caseSql(text, cleaner.to)
    case 'map':
      return mapSql(text, cleaner)
    case 'nearest':
      return nearestSql(text, cleaner.values, cleaner.atLeast)
    case 'extract':
      return `nullif(regexp_extract(${text}, ${literal(cleaner.pattern)}), '')`
    case 'instant':
      return instantSql(text, cleaner, context.year)
  }
}

/** Words of names: `O'Brien`, `Anne-Marie`, `van der Berg` with every part capital. */
const PARTS = "\\pL'|[^\\s-]+|[\\s-]+"

function caseSql(text: string, to: 'lower' | 'upper' | 'title'): string {
  if (to !== 'title') return `${to}(${text})`
  const parts = `regexp_extract_all(lower(${text}), ${literal(PARTS)})`
  return `array_to_string(list_transform(${parts}, lambda part: upper(part[1]) || part[2:]), '')`
}

function mapSql(text: string, cleaner: Cleaner & { kind: 'map' }): string {
  const whens = Object.entries(cleaner.values).flatMap(([value, texts]) =>
    texts.map((it) => `when ${literal(it.toLowerCase())} then ${literal(value)}`),
  )
  const otherwise = cleaner.otherwise === 'keep' ? text : 'null'
  if (whens.length === 0) return otherwise
  return `case lower(${text}) ${whens.join(' ')} else ${otherwise} end`
}

function nearestSql(text: string, values: readonly string[], atLeast: number): string {
  const lower = `lower(${text})`
  const isNear = (value: string) => {
    const other = literal(value.toLowerCase())
    const longer = `greatest(length(${text}), ${value.length})`
    // Multiplied out: a quotient such as 1 − 1/5 is a hair below 0.8.
    return `levenshtein(${lower}, ${other}) <= ${longer} * (1 - ${atLeast}::decimal(9, 6))`
  }
  const exact = values.map(
    (it) => `when ${lower} = ${literal(it.toLowerCase())} then ${literal(it)}`,
  )
  const count = values.map((it) => `(${isNear(it)})::integer`).join(' + ')
  const near = values.map((it) => `when ${count} = 1 and ${isNear(it)} then ${literal(it)}`)
  return values.length === 0 ? text : `case ${[...exact, ...near].join(' ')} else ${text} end`
}

/** Digits that are seconds, milliseconds or microseconds since 1970, by their number. */
const EPOCHS = [
  { digits: '9,11', perSecond: 1 },
  { digits: '12,14', perSecond: 1000 },
  { digits: '15,17', perSecond: 1_000_000 },
]

function instantSql(text: string, cleaner: Cleaner & { kind: 'instant' }, year: number): string {
  const whens = cleaner.forms.flatMap((form): readonly string[] => {
    if (form === 'iso') return []
    if (form === 'yyyymmdd')
      return [`when regexp_full_match(${text}, '\\d{8}') then try_strptime(${text}, '%Y%m%d')`]
    return EPOCHS.map(({ digits, perSecond }) => {
      const micros = `(try_cast(${text} as decimal(38, 6)) * ${1_000_000 / perSecond})::bigint`
      const pattern = literal(`-?\\d{${digits}}(\\.\\d+)?`)
      return `when regexp_full_match(${text}, ${pattern}) then make_timestamp(${micros})`
    })
  })
  const otherwise = cleaner.forms.includes('iso') ? isoSql(text) : 'null::timestamp'
  const instant = whens.length === 0 ? otherwise : `case ${whens.join(' ')} else ${otherwise} end`
  if (!cleaner.years) return instant
  const [from, to] = cleaner.years.map((bound) => boundYear(bound, year))
  return `list_filter([${instant}], lambda it: year(it) between ${from} and ${to})[1]`
}

/**
 * An ISO 8601 text as a timestamp in UTC: casting it to a timestamp would drop its offset without a word. A plus, or a minus behind the date,
 * is an offset; looking for one is a third of the time that a regular expression takes.
 */
export function isoSql(text: string): string {
  const hasOffset = `contains(${text}, '+') or contains(substr(${text}, 11), '-')`
  const zoned = `try_cast(${text} as timestamptz) at time zone 'UTC'`
  return `case when ${hasOffset} then ${zoned} else try_cast(${text} as timestamp) end`
}

function boundYear(bound: YearBound, year: number): number {
  return bound.kind === 'year' ? bound.year : year + bound.years
}

/** Blanks around a value, and nothing in it, are no value. */
export function trimSql(text: string): string {
  return `nullif(trim(${text}, ${list([`' ' || chr(9) || chr(10) || chr(13) || chr(160)`])}), '')`
}
