import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  NEWLINE,
  NOT_PLAIN,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  unusualStarts,
  type Cursor,
} from './cursor.ts'
import { EntryList, type YamlEntry, type YamlNode, type YamlScalar } from './node.ts'
import { resolveScalar } from './resolve-scalar.ts'

/** A list or mapping in brackets that starts here, of the simple kinds. */
export function readFlow(cursor: Cursor): YamlNode {
  return cursor.code() === OPEN_LIST ? readFlowList(cursor) : readFlowMap(cursor)
}

function readFlowList(cursor: Cursor): YamlNode {
  const start = cursor.at++
  const items: YamlNode[] = []
  for (;;) {
    cursor.skipToContent()
    if (cursor.code() === CLOSE_LIST) break
    items.push(readFlowValue(cursor))
    skipComma(cursor, CLOSE_LIST)
  }
  return { kind: 'list', start, end: ++cursor.at, items }
}

function readFlowMap(cursor: Cursor): YamlNode {
  const start = cursor.at++
  const list = new EntryList()
  for (;;) {
    cursor.skipToContent()
    if (cursor.code() === CLOSE_MAP) break
    cursor.addEntry(list, readFlowEntry(cursor))
    skipComma(cursor, CLOSE_MAP)
  }
  return { kind: 'map', start, end: ++cursor.at, entries: list.entries }
}

function readFlowEntry(cursor: Cursor): YamlEntry {
  const key = readFlowScalar(cursor)
  const name = cursor.text.slice(key.start, key.end)
  const isQuoted = name.startsWith('"') || name.startsWith("'")
  cursor.skipToContent()
  if (cursor.code() !== COLON || name === '<<') throw NOT_PLAIN
  cursor.at++
  if (!cursor.isBreakOrSpace(cursor.at)) throw NOT_PLAIN
  cursor.skipToContent()
  const text = isQuoted && typeof key.value === 'string' ? key.value : name
  return { key: text, keyStart: key.start, keyEnd: key.end, value: readFlowValue(cursor) }
}

function skipComma(cursor: Cursor, close: number): void {
  cursor.skipToContent()
  if (cursor.code() === COMMA) cursor.at++
  else if (cursor.code() !== close) throw NOT_PLAIN
}

function readFlowValue(cursor: Cursor): YamlNode {
  const code = cursor.code()
  if (code === OPEN_LIST || code === OPEN_MAP) return readFlow(cursor)
  return readFlowScalar(cursor)
}

function readFlowScalar(cursor: Cursor): YamlScalar {
  const code = cursor.code()
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return cursor.readQuoted()
  if (unusualStarts.has(code) || code === COLON || Number.isNaN(code)) throw NOT_PLAIN
  if (code === OPEN_LIST || code === OPEN_MAP) throw NOT_PLAIN
  if (code === DASH && isFlowEnd(cursor.text.charCodeAt(cursor.at + 1))) throw NOT_PLAIN
  const start = cursor.at
  let end = start
  for (; ; cursor.at++) {
    const next = cursor.code()
    if (next === SPACE) continue
    if (next === TAB || next === HASH || next === OPEN_LIST || next === OPEN_MAP) throw NOT_PLAIN
    if (next === COLON && isFlowEnd(cursor.text.charCodeAt(cursor.at + 1))) break
    if (next === NEWLINE || next === COMMA || next === CLOSE_LIST || next === CLOSE_MAP) break
    if (Number.isNaN(next)) throw NOT_PLAIN
    end = cursor.at + 1
  }
  // A plain scalar over several lines, or the key of a pair in a list, is caught by the comma that is missing.
  return { kind: 'scalar', start, end, value: resolveScalar(cursor.text.slice(start, end)) }
}

function isFlowEnd(code: number): boolean {
  if (code === SPACE || code === NEWLINE || Number.isNaN(code)) return true
  return code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP
}
