import type { ComponentChildren } from 'preact'
import { wordsOf } from '../../data/index.ts'

/** A text with what was looked for marked in it. */
export function highlight(text: string, query: string): ComponentChildren {
  const wanted = [...wordsOf(query)].sort((a, b) => b.length - a.length).map(escape)
  if (wanted.length === 0) return text
  const parts = text.split(new RegExp(`(${wanted.join('|')})`, 'giu'))
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
