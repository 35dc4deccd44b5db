import { codePoints, countCodePoints } from '@btn/diagnostics'
import { valueError } from '../errors.ts'
import { Tuple } from '../values/tuple.ts'
import { intArg, textArg, type Arg } from './arguments.ts'

interface Window {
  readonly text: string
  readonly start: number
}

/** The part of a text between two indices, as `find` and others take them. */
function windowOf(text: string, start: Arg, end: Arg): Window | undefined {
  if (start === undefined && end === undefined) return { text, start: 0 }
  const chars = codePoints(text)
  const clamp = (index: number): number => Math.max(0, index < 0 ? index + chars.length : index)
  const from = clamp(intArg(start, 0))
  if (from > chars.length) return undefined
  const to = Math.min(clamp(intArg(end, chars.length)), chars.length)
  return from > to ? undefined : { text: chars.slice(from, to).join(''), start: from }
}

type Search = (text: string, part: string) => number

/** An index in code points, or -1. */
export function find(search: Search, text: string, part: Arg, start: Arg, end: Arg): number {
  const window = windowOf(text, start, end)
  const wanted = textArg(part)
  const at = window ? search(window.text, wanted) : -1
  if (!window || at === -1) return -1
  return window.start + countCodePoints(window.text.slice(0, at))
}

export const first: Search = (text, part) => text.indexOf(part)
export const last: Search = (text, part) => text.lastIndexOf(part)

export function indexOf(search: Search, text: string, part: Arg, start: Arg, end: Arg): number {
  const at = find(search, text, part, start, end)
  return at === -1 ? valueError('substring not found') : at
}

export function count(text: string, part: Arg, start: Arg, end: Arg): number {
  const window = windowOf(text, start, end)
  const wanted = textArg(part)
  if (!window) return 0
  return wanted === '' ? countCodePoints(window.text) + 1 : window.text.split(wanted).length - 1
}

type Affix = (text: string, part: string) => boolean

export function hasAffix(test: Affix, text: string, parts: Arg, start: Arg, end: Arg): boolean {
  const window = windowOf(text, start, end)
  const wanted = parts instanceof Tuple ? parts.items.map(textArg) : [textArg(parts)]
  return window !== undefined && wanted.some((part) => test(window.text, part))
}

export const starts: Affix = (text, part) => text.startsWith(part)
export const ends: Affix = (text, part) => text.endsWith(part)

export function partition(
  text: string,
  separator: string,
  at: number,
  whole: 'first' | 'last',
): Tuple {
  if (separator === '') valueError('empty separator')
  if (at === -1) return new Tuple(whole === 'first' ? [text, '', ''] : ['', '', text])
  return new Tuple([text.slice(0, at), separator, text.slice(at + separator.length)])
}
