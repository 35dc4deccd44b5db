import { isSpace, skipSpace, skipSpaceBack } from '../../1-parse/whitespace.ts'
import { valueError } from '../errors.ts'

/** `split`: at a separator, or at runs of white space; at most `limit` times (-1: always). */
export function splitText(text: string, separator: string | undefined, limit: number): string[] {
  if (separator === undefined) return splitAtSpace(text, limit)
  if (separator === '') return valueError('empty separator')
  const parts = text.split(separator)
  if (limit < 0 || parts.length <= limit + 1) return parts
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)]
}

function splitAtSpace(text: string, limit: number): string[] {
  const parts: string[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    if (parts.length === limit) return [...parts, text.slice(at)]
    let end = at
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++
    parts.push(text.slice(at, end))
    at = skipSpace(text, end)
  }
  return parts
}

export function splitFromRight(
  text: string,
  separator: string | undefined,
  limit: number,
): string[] {
  if (separator === undefined) return splitAtSpaceFromRight(text, limit)
  if (separator === '') return valueError('empty separator')
  const parts = text.split(separator)
  if (limit < 0 || parts.length <= limit + 1) return parts
  const cut = parts.length - limit
  return [parts.slice(0, cut).join(separator), ...parts.slice(cut)]
}

function splitAtSpaceFromRight(text: string, limit: number): string[] {
  const parts: string[] = []
  let end = skipSpaceBack(text, text.length)
  while (end > 0) {
    if (parts.length === limit) return [text.slice(0, end), ...parts]
    let start = end
    while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--
    parts.unshift(text.slice(start, end))
    end = skipSpaceBack(text, start)
  }
  return parts
}

const LINE = /([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g

export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = []
  for (const [all, line = '', end] of text.matchAll(LINE)) {
    if (all === '' && end === '') break
    lines.push(keepEnds ? all : line)
  }
  return lines
}

export function expandTabs(text: string, size: number): string {
  let column = 0
  let result = ''
  for (const char of text) {
    if (char === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0
      result += ' '.repeat(spaces)
      column += spaces
    } else {
      result += char
      column = char === '\n' || char === '\r' ? 0 : column + 1
    }
  }
  return result
}
