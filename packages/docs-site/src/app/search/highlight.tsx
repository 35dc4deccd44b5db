import type { ComponentChildren } from 'preact'

/** Finds words in a text; undefined where there are none to be found. */
export type Marks = RegExp | undefined

export function marksOf(words: readonly string[]): Marks {
  if (words.length === 0) return undefined
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return new RegExp(`(${longestFirst.join('|')})`, 'giu')
}

/** A text with what was looked for marked in it. */
export function highlight(text: string, marks: Marks): ComponentChildren {
  if (marks === undefined) return text
  const parts = text.split(marks)
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}
