import { wordsOf } from '../../data/index.ts'

/** Where a line that is too long begins: so far before the first of the words. */
const BEFORE = 24

/** Those of some words with which no word of the texts begins. */
export function wordsMissing(
  words: readonly string[],
  texts: readonly string[],
): readonly string[] {
  const there = texts.flatMap(wordsOf)
  return words.filter((word) => !there.some((it) => it.startsWith(word)))
}

/** The line of a text with most of some words, cut so that they are in sight; undefined where no line has one. */
export function findLine(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined
  let most = 0
  for (const line of text.split('\n')) {
    const found = words.length - wordsMissing(words, [line]).length
    if (found <= most) continue
    most = found
    best = line
    if (found === words.length) break
  }
  return best === undefined ? undefined : cut(best.trim().replace(/\s+/g, ' '), words)
}

function cut(line: string, words: readonly string[]): string {
  const lower = line.toLowerCase()
  const places = words.map((it) => lower.indexOf(it)).filter((it) => it >= 0)
  const from = Math.min(...places) - BEFORE
  if (places.length === 0 || from <= BEFORE) return line
  const start = line.indexOf(' ', from) + 1
  return `…${line.slice(start > 0 && start <= from + BEFORE ? start : from)}`
}
