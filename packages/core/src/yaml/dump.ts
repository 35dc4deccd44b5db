import type { JsonObject } from '../types/index.ts'
import { isScalar, PlainScalar, scalarText, type Scalar } from './dump-scalar.ts'
import { numberOfMarker } from './markers.ts'

type Collection = readonly YamlData[] | ReadonlyMap<YamlData, YamlData> | ReadonlySet<YamlData>
/** Data, and what Python has besides: dates, sets, and keys that are no text. */
export type YamlData = Scalar | Collection | JsonObject
type Entry = readonly [key: YamlData, value: YamlData]

/**
 * Data as `yaml.safe_dump` of PyYAML writes it: blocks, lists not indented below their key, lines folded at 80, and what
 * stands there twice written once.
 */
export function dumpYaml(data: YamlData, sortKeys: boolean): string {
  const dumper = new Dumper(findAnchors(data), sortKeys)
  dumper.node(data, -STEP, 'root')
  return dumper.finish()
}

const STEP = 2

/** Where something stands: `value` behind a short key, `part` behind the `?` of any other key, and behind its `:`. */
type Position = 'root' | 'item' | 'value' | 'part'

class Dumper {
  readonly #anchors: ReadonlyMap<YamlData, string>
  readonly #sortKeys: boolean
  readonly #written = new Set<YamlData>()
  #text = ''

  constructor(anchors: ReadonlyMap<YamlData, string>, sortKeys: boolean) {
    this.#anchors = anchors
    this.#sortKeys = sortKeys
  }

  /** `indent` is the column of what it is part of. */
  node(data: YamlData, indent: number, position: Position): void {
    const blank = position === 'value' ? ' ' : ''
    if (this.#isInline(data)) {
      this.#text += blank
      const isOpen = this.#inline(data, position === 'root' ? STEP : indent + STEP)
      // A plain scalar alone could go on: the document's end is marked.
      this.#text += position === 'root' && isOpen ? '\n...\n' : '\n'
      return
    }
    const head = this.#headOf(data)
    const isBelow = position === 'value' || head !== ''
    if (isBelow) this.#text += `${head && blank}${head}\n`
    // A list stands at the column of its key, everything else deeper.
    const isBesideKey = isList(data) && isBelow && (position === 'value' || position === 'part')
    const column = isBesideKey ? indent : indent + STEP
    const begin = (index: number): void => {
      if (index > 0 || isBelow) this.#text += ' '.repeat(column)
    }
    if (isList(data)) this.#list(data, column, begin)
    else this.#map(entriesOf(data), column, begin)
  }

  finish(): string {
    return this.#text
  }

  #list(items: readonly YamlData[], column: number, begin: (index: number) => void): void {
    items.forEach((item, index) => {
      begin(index)
      this.#text += '- '
      this.node(item, column, 'item')
    })
  }

  #map(entries: readonly Entry[], column: number, begin: (index: number) => void): void {
    const inOrder = this.#sortKeys ? sorted(entries) : entries
    inOrder.forEach(([key, value], index) => {
      begin(index)
      if (this.#isShortKey(key)) {
        this.#inline(key, column, true)
        this.#text += ':'
        this.node(value, column, 'value')
      } else {
        this.#text += '? '
        this.node(key, column, 'part')
        this.#text += `${' '.repeat(column)}: `
        this.node(value, column, 'part')
      }
    })
  }

  /** Written without a line of its own: what is known, what is empty, and scalars. */
  #isInline(data: YamlData): boolean {
    return this.#written.has(data) || entriesOf(data).length === 0
  }

  /** True where it ends in a plain scalar. */
  #inline(data: YamlData, indent: number, isKey = false): boolean {
    if (this.#written.has(data)) {
      this.#text += `*${this.#anchors.get(data)}`
      return false
    }
    const head = this.#headOf(data)
    this.#text += head && `${head} `
    const { text, isPlain } = isScalar(data)
      ? scalarText(data, this.#column(), indent, isKey)
      : { text: isList(data) ? '[]' : '{}', isPlain: false }
    this.#text += text
    return isPlain
  }

  /** The anchor and the tag in front. */
  #headOf(data: YamlData): string {
    const anchor = this.#anchors.get(data)
    if (anchor !== undefined) this.#written.add(data)
    return [anchor && `&${anchor}`, data instanceof Set && '!!set'].filter(Boolean).join(' ')
  }

  /** PyYAML counts the tag of text, `!!str`, although it does not write it. */
  #isShortKey(key: YamlData): boolean {
    if (!this.#isInline(key)) return false
    if (this.#written.has(key) || !isScalar(key)) return true
    const text = typeof key === 'string' ? key : scalarText(key, 0, 0, true).text
    return text !== '' && !LINE_BREAK.test(text) && '!!str'.length + text.length < MAX_KEY
  }

  #column(): number {
    return this.#text.length - this.#text.lastIndexOf('\n') - 1
  }
}

const MAX_KEY = 128
const LINE_BREAK = /[\n\x85\u2028\u2029]/

/** What stands there more than once, in the order in which that shows. */
function findAnchors(data: YamlData): ReadonlyMap<YamlData, string> {
  const seen = new Set<YamlData>()
  const anchors = new Map<YamlData, string>()
  const visit = (item: YamlData): void => {
    if (isScalar(item) && !(item instanceof PlainScalar)) return
    if (seen.has(item)) {
      if (!anchors.has(item)) anchors.set(item, `id${String(anchors.size + 1).padStart(3, '0')}`)
      return
    }
    seen.add(item)
    for (const entry of entriesOf(item)) entry.forEach(visit)
  }
  visit(data)
  return anchors
}

function isList(data: YamlData): data is readonly YamlData[] {
  return Array.isArray(data)
}

/** A set is a map to nothing; a scalar has nothing in it. */
function entriesOf(data: YamlData): readonly Entry[] {
  if (isScalar(data)) return []
  if (data instanceof Map) return [...data]
  return data instanceof Set ? [...data].map((key) => [key, null]) : Object.entries(data)
}

/** As Python sorts: texts, or numbers; keys that cannot be compared stay as they are. */
function sorted(entries: readonly Entry[]): readonly Entry[] {
  if (entries.every(([key]) => typeof key === 'string'))
    return [...entries].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const areNumbers = entries.every(([key]) => numberOfKey(key) !== undefined)
  return areNumbers
    ? [...entries].sort(([a], [b]) => (numberOfKey(a) ?? 0) - (numberOfKey(b) ?? 0))
    : entries
}

function numberOfKey(key: YamlData): number | undefined {
  if (typeof key === 'number' || typeof key === 'boolean') return Number(key)
  return numberOfMarker(key)
}
