/** Where a word stands; the order is that of their worth. */
export const searchFields = ['name', 'column', 'tag', 'description', 'code'] as const
export type SearchField = (typeof searchFields)[number]

/**
 * Data files `search/names` (fields name, column, tag) and `search/texts` (description, code): an inverted index, made when the site is
 * built, with words as `wordsOf` cuts them.
 */
export interface SearchIndex {
  /** Sorted by UTF-16 units, so that a prefix is a stretch of the list. */
  readonly words: readonly string[]
  /**
   * For each word, who has it, as pairs in one list: difference of the row to that of the pair before, and a sum of `1 << index in searchFields`.
   */
  readonly rows: readonly (readonly number[])[]
}

/**
 * The words of a text as they are looked up: lower case, accents removed, cut at everything that is no letter and no digit, and where
 * `camelCase` changes. `fact_transactions` gives `fact` and `transactions`.
 */
export function wordsOf(text: string): readonly string[] {
  // Most code is ASCII, for which the same is had in a fifth of the time.
  if (isAscii.test(text)) {
    return (
      text
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .match(/[a-z\d]+/g) ?? []
    )
  }
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '')
  const cut = plain.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').toLowerCase()
  return cut.match(/[\p{L}\p{N}]+/gu) ?? []
}

const isAscii = /^[\0-\x7f]*$/

/** Data file `search/about`: what a hit shows. Aligned with `NodeTable`. */
export interface SearchAbout {
  /** The beginning of the description, as plain text; empty for none. */
  readonly summary: readonly string[]
  /** Names of columns, joined by spaces; empty for none. */
  readonly columns: readonly string[]
}
