import { searchFields, wordsOf, type SearchAbout, type SearchIndex } from '../data/index.ts'
import type { Entry } from '../read/entries.ts'
import { textAt, textsAt } from '../read/json.ts'
import type { Reading } from '../read/reading.ts'
import { rawOf } from './code/code.ts'
import { isBuiltIn } from './pages/others.ts'
import { summaryOf } from './summary.ts'

type Fields = Partial<Record<(typeof searchFields)[number], string>>

/** The data file `search/names`: what people type first. */
export function toNameIndex({ entries, columns }: Reading): SearchIndex {
  return toIndex(entries, ({ id, name, json }) => ({
    name,
    column: (columns.get(id) ?? []).map((it) => it.name).join(' '),
    tag: textsAt(json, 'tags').join(' '),
  }))
}

/** The data file `search/texts`. */
export function toTextIndex({ entries, columns }: Reading): SearchIndex {
  return toIndex(entries, (entry) => ({
    description: [textAt(entry.json, 'description'), ...columnTexts(entry, columns)].join(' '),
    code: rawOf(entry) ?? '',
  }))
}

function columnTexts({ id }: Entry, columns: Reading['columns']): readonly string[] {
  return (columns.get(id) ?? []).map((it) => it.text ?? '')
}

function toIndex(
  entries: ReadonlyMap<string, Entry>,
  fieldsOf: (entry: Entry) => Fields,
): SearchIndex {
  const found = new Map<string, { last: number; rows: number[] }>()
  let row = -1
  for (const entry of entries.values()) {
    row++
    // What came with dbt or btn would stand in the way of the project's own.
    if (isBuiltIn(entry)) continue
    for (const [word, fields] of maskedWords(fieldsOf(entry))) {
      const known = found.get(word) ?? { last: 0, rows: [] }
      known.rows.push(row - known.last, fields)
      known.last = row
      found.set(word, known)
    }
  }
  const sorted = [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return { words: sorted.map(([word]) => word), rows: sorted.map(([, { rows }]) => rows) }
}

function maskedWords(fields: Fields): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const [index, field] of searchFields.entries()) {
    const text = fields[field]
    if (!text || text.trim() === '') continue
    for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) | (1 << index))
  }
  return words
}

/** The data file `search/about`. */
export function toSearchAbout({ entries, columns }: Reading): SearchAbout {
  const all = [...entries.values()]
  return {
    summary: all.map(({ json }) => summaryOf(textAt(json, 'description') ?? '')),
    columns: all.map(({ id }) => (columns.get(id) ?? []).map((it) => it.name).join(' ')),
  }
}
