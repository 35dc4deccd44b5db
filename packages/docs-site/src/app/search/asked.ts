import { wordsOf } from '../../data/index.ts'
import { marksOf, type Marks } from './highlight.tsx'

/** What somebody looks for: made once for all hits. */
export interface Asked {
  readonly query: string
  readonly words: readonly string[]
  readonly marks: Marks
}

export function askedOf(query: string): Asked {
  const words = [...new Set(wordsOf(query))]
  return { query, words, marks: marksOf(words) }
}
