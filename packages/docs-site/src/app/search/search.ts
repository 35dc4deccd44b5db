import {
  kindAt,
  searchFields,
  wordsOf,
  type Kind,
  type NodeTable,
  type SearchAbout,
  type SearchField,
  type SearchIndex,
} from '../../data/index.ts'

/** What searching reads; texts come later than names. */
export interface Searched {
  readonly table: NodeTable
  readonly names: SearchIndex
  readonly texts?: SearchIndex | undefined
  readonly about: SearchAbout
}

export interface Hit {
  readonly row: number
  readonly score: number
  /** Where the words stand, best first. */
  readonly fields: readonly SearchField[]
}

/** Worth of a word in a field; by far the name's, so that hits of several words order as people expect. */
const WORTH: Readonly<Record<SearchField, number>> = {
  name: 100,
  column: 30,
  tag: 24,
  description: 10,
  code: 4,
}
/** By mask: the worth of the best of its fields. */
const WORTH_OF = Float32Array.from({ length: 1 << searchFields.length }, (_, mask) =>
  Math.max(0, ...searchFields.filter((_, at) => (mask & (1 << at)) !== 0).map((it) => WORTH[it])),
)

/** What people look for most comes first among equals. */
const KIND_WORTH: Partial<Record<Kind, number>> = {
  model: 8,
  source: 7,
  seed: 6,
  snapshot: 6,
  exposure: 6,
  metric: 6,
  report: 5,
  semantic_model: 5,
  monitor: 4,
  macro: 2,
  group: 2,
  test: -40,
  unit_test: -30,
  operation: -30,
}

/** Rows that have every word of a query, or words that begin so; best first. */
export function search(searched: Searched, query: string, limit: number): readonly Hit[] {
  const words = [...new Set(wordsOf(query))]
  if (words.length === 0) return []
  const { table, names, texts } = searched
  const size = table.name.length
  let total: Sums | undefined
  for (const word of words) {
    const own = emptySums(size)
    addWord(own, names, word)
    if (texts !== undefined) addWord(own, texts, word)
    total = total === undefined ? own : both(total, own)
  }
  const text = query.trim().toLowerCase()
  const lower = lowered(searched)
  const best: Hit[] = []
  for (let row = 0; row < size; row++) {
    const name = lower.names[row] ?? ''
    const named = nameWorth(name, text)
    const mask = total?.fields[row] ?? 0
    if (mask === 0 && named === 0) continue
    const held = (mask & COLUMN) === 0 ? 0 : columnWorth(lower.columns[row] ?? '', text)
    const worth = (total?.worth[row] ?? 0) + named + held + (KIND_WORTH[kindAt(table, row)] ?? 0)
    const score = worth - Math.min(name.length, 60) / 20 - (table.hidden[row] === 1 ? 60 : 0)
    const last = best[limit - 1]
    if (last === undefined || score > last.score) {
      insert(best, { row, score, fields: fieldsOf(mask, named) }, limit)
    }
  }
  return best
}

/** Makes what the first answer needs, and has the browser compile what looks for it, before somebody asks. */
export function warmUp(searched: Searched): void {
  search(searched, 'a', 1)
}

/** Puts a hit where it belongs; of equals, the earlier one stays first. */
function insert(best: Hit[], hit: Hit, limit: number): void {
  let at = best.length
  while (at > 0 && (best[at - 1]?.score ?? 0) < hit.score) at--
  best.splice(at, 0, hit)
  if (best.length > limit) best.pop()
}

const COLUMN = 1 << searchFields.indexOf('column')

interface Lowered {
  readonly names: readonly string[]
  readonly columns: readonly string[]
}

const known = new WeakMap<SearchAbout, Lowered>()

/** Names and columns as they are compared, made once. */
function lowered({ table, about }: Searched): Lowered {
  let found = known.get(about)
  if (found === undefined) {
    found = {
      names: table.name.map((it) => it.toLowerCase()),
      columns: about.columns.map((it) => ` ${it.toLowerCase()} `),
    }
    known.set(about, found)
  }
  return found
}

/** The whole name, its last part, its beginning, or some of it. */
function nameWorth(name: string, query: string): number {
  if (query === '') return 0
  if (name === query) return 1000
  if (name.endsWith(`.${query}`)) return 900
  if (name.startsWith(query)) return 120
  if (query.length < 2) return 0
  return name.includes(query) ? 60 : 0
}

/** A column of exactly that name. */
const columnWorth = (columns: string, query: string): number =>
  columns.includes(` ${query} `) ? 120 : 0

function fieldsOf(mask: number, named: number): readonly SearchField[] {
  const fields = searchFields.filter((_, index) => (mask & (1 << index)) !== 0)
  return named > 0 && !fields.includes('name') ? ['name', ...fields] : fields
}

/** For each row, where a word was found, and what that is worth. */
interface Sums {
  readonly fields: Uint8Array
  readonly worth: Float32Array
}

const emptySums = (size: number): Sums => ({
  fields: new Uint8Array(size),
  worth: new Float32Array(size),
})

function both(a: Sums, b: Sums): Sums {
  const sums = emptySums(a.fields.length)
  for (let row = 0; row < a.fields.length; row++) {
    if (a.fields[row] === 0 || b.fields[row] === 0) continue
    sums.fields[row] = (a.fields[row] ?? 0) | (b.fields[row] ?? 0)
    sums.worth[row] = (a.worth[row] ?? 0) + (b.worth[row] ?? 0)
  }
  return sums
}

/** Adds who has a word or one that it begins; a row is worth its best field, and less where the word goes on. */
function addWord(sums: Sums, index: SearchIndex, prefix: string): void {
  for (let at = firstAt(index.words, prefix); index.words[at]?.startsWith(prefix); at++) {
    const word = index.words[at] ?? ''
    const share = word === prefix ? 1 : 0.4 + (0.4 * prefix.length) / word.length
    const pairs = index.rows[at] ?? []
    let row = 0
    for (let i = 0; i < pairs.length; i += 2) {
      row += pairs[i] ?? 0
      const mask = pairs[i + 1] ?? 0
      sums.fields[row] = (sums.fields[row] ?? 0) | mask
      const worth = (WORTH_OF[mask] ?? 0) * share
      if (worth > (sums.worth[row] ?? 0)) sums.worth[row] = worth
    }
  }
}

/** The place of the first word that is not before another. */
function firstAt(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
