import { diagnostic, span, type Diagnostic, type Source } from '@btn/diagnostics'
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml'
import type { Json } from '../types/index.ts'
import type { ReadTree } from './fast-reader.ts'
import { floatMarker } from './markers.ts'
import { EntryList, type DuplicateKey, type YamlEntry, type YamlNode } from './node.ts'
import { resolveScalar } from './resolve-scalar.ts'
import { isSameLine, syntaxDiagnostic } from './syntax-error.ts'

/** More than anybody repeats; aliases of aliases can ask for billions. */
const MAX_NODES = 100_000

const STR = 'tag:yaml.org,2002:str'
const FLOAT = 'tag:yaml.org,2002:float'
const knownTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'timestamp', 'map', 'seq'].map(
    (name) => `tag:yaml.org,2002:${name}`,
  ),
)

/** Reads all of YAML, and says what is wrong with it. */
export function readWithLibrary(
  source: Source,
  text: string = source.text,
): ReadTree & { readonly diagnostics: readonly Diagnostic[] } {
  // Failsafe: every scalar stays text, so that PyYAML's rules can tell what it means.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    // `silent` would hide that a second document follows.
    logLevel: 'error',
  })
  const conversion = new Conversion(source, document, text.length)
  const node = document.contents ? conversion.convert(document.contents).node : undefined
  const root = node && node.start < node.end ? node : undefined
  const found = conversion.diagnostics
  const syntax = document.errors
    .map((error) => syntaxDiagnostic(source, error, root))
    // An unquoted template explains the syntax errors around it.
    .filter((error) => !found.some((it) => isSameLine(it, error)))
  return { root, duplicates: conversion.duplicates, diagnostics: [...found, ...syntax] }
}

interface Converted {
  readonly node: YamlNode
  readonly size: number
}

class Conversion {
  readonly diagnostics: Diagnostic[] = []
  readonly duplicates: DuplicateKey[] = []
  readonly #source: Source
  readonly #document: Document
  /** Where the text that was read ends. */
  readonly #length: number
  readonly #known = new Map<Node, Converted>()
  readonly #open = new Set<Node>()
  /** How many values the aliases stand for. */
  #repeated = 0

  constructor(source: Source, document: Document, length: number) {
    this.#source = source
    this.#document = document
    this.#length = length
  }

  convert(node: Node): Converted {
    const known = this.#known.get(node)
    if (known) return known
    this.#open.add(node)
    const converted = this.#convertFresh(node)
    this.#open.delete(node)
    this.#known.set(node, converted)
    return converted
  }

  #convertFresh(node: Node): Converted {
    const [start, end] = rangeOf(node)
    if (isAlias(node)) return this.#convertAlias(node, start, end)
    this.#checkTag(node, start, end)
    if (isMap(node)) return this.#convertMap(node, start, end)
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#convertItem(item, start))
      const nodes = items.map((item) => item.node)
      const listEnd = node.flow ? end : endOfBlock(nodes, end)
      return { node: { kind: 'list', start, end: listEnd, items: nodes }, size: sizeOf(items) }
    }
    const isBlock = isScalar(node) && node.type?.startsWith('BLOCK')
    const scalarEnd = isBlock
      ? start + withoutBlankEnd(this.#source.text.slice(start, end)).length
      : end
    const value = scalarValue(node)
    // A block that the end of the text cuts off has no last line break for PyYAML.
    const isCut = isBlock && end === this.#length && this.#source.text[end - 1] !== '\n'
    const kept = isCut && typeof value === 'string' ? value.replace(/\n$/, '') : value
    return { node: { kind: 'scalar', start, end: scalarEnd, value: kept }, size: 1 }
  }

  /** A pair written inside a flow list (`[a: 1]`) is a mapping of one key. */
  #convertItem(item: unknown, at: number): Converted {
    if (isPair(item)) return this.#convertPairs([item as Pair], at, at)
    return isNode(item) ? this.convert(item) : { node: nothing(at), size: 1 }
  }

  #convertAlias(node: Node, start: number, end: number): Converted {
    const target = isAlias(node) ? node.resolve(this.#document) : undefined
    if (!target) {
      const name = this.#source.text.slice(start + 1, end)
      const where = { span: span(this.#source, start, end) }
      this.diagnostics.push(diagnostic('yaml-alias-unknown', { name }, where))
      return { node: nothing(start), size: 1 }
    }
    if (this.#open.has(target)) return this.#refuse('yaml-recursive-alias', start, end)
    const converted = this.convert(target)
    this.#repeated += converted.size
    if (this.#repeated <= MAX_NODES) return converted
    const isFirst = this.#repeated - converted.size <= MAX_NODES
    return isFirst ? this.#refuse('yaml-too-large', start, end) : { node: nothing(start), size: 1 }
  }

  #refuse(code: 'yaml-recursive-alias' | 'yaml-too-large', start: number, end: number): Converted {
    this.diagnostics.push(diagnostic(code, {}, { span: span(this.#source, start, end) }))
    return { node: nothing(start), size: 1 }
  }

  #convertMap(node: YAMLMap, start: number, end: number): Converted {
    const converted = this.#convertPairs(node.items, start, end)
    if (node.flow || converted.node.kind !== 'map') return converted
    const values = converted.node.entries.map((entry) => entry.value)
    return { ...converted, node: { ...converted.node, end: endOfBlock(values, end) } }
  }

  #convertPairs(pairs: readonly Pair[], start: number, end: number): Converted {
    const list = new EntryList()
    let size = 1
    const isMerge = (pair: Pair): boolean =>
      isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN'
    for (const pair of pairs.filter(isMerge)) {
      for (const entry of this.#mergedEntries(pair))
        if (!list.entries.some((it) => it.key === entry.key)) list.add(entry)
    }
    const merged = new Set(list.entries)
    for (const pair of pairs) {
      if (isMerge(pair)) continue
      const value = isNode(pair.value) ? this.convert(pair.value) : undefined
      size += value?.size ?? 1
      const entry = this.#toEntry(pair, value?.node)
      if (entry) this.#add(list, entry, merged)
    }
    for (const entry of merged) size += countNodes(entry.value)
    return { node: { kind: 'map', start, end, entries: list.entries }, size }
  }

  #add(list: EntryList, entry: YamlEntry, merged: ReadonlySet<YamlEntry>): void {
    const first = list.add(entry)
    if (!first || merged.has(first)) return
    const { key, keyStart: start, keyEnd: end } = entry
    this.duplicates.push({ key, start, end, firstStart: first.keyStart, firstEnd: first.keyEnd })
  }

  #mergedEntries(pair: Pair): readonly YamlEntry[] {
    if (!isNode(pair.value)) return []
    const { node } = this.convert(pair.value)
    const maps = node.kind === 'list' ? node.items : [node]
    const wrong = maps.find((map) => map.kind !== 'map')
    if (wrong) {
      const [start, end] = rangeOf(pair.value)
      const where = { span: span(this.#source, start, end) }
      this.diagnostics.push(diagnostic('yaml-merge-wrong', {}, where))
    }
    return maps.flatMap((map) => (map.kind === 'map' ? map.entries : []))
  }

  #toEntry(pair: Pair, value: YamlNode | undefined): YamlEntry | undefined {
    if (!isNode(pair.key)) return undefined
    const [keyStart, keyEnd] = rangeOf(pair.key)
    if (!isScalar(pair.key)) {
      const place = span(this.#source, keyStart, keyEnd)
      const isTemplate = this.#source.text.startsWith('{', keyStart)
      this.diagnostics.push(
        isTemplate
          ? diagnostic('yaml-unquoted-template', {}, { span: this.#templateSpan(keyStart, keyEnd) })
          : diagnostic('yaml-syntax', { problem: 'a key must be text' }, { span: place }),
      )
      return undefined
    }
    const key =
      pair.key.type === 'PLAIN' ? this.#source.text.slice(keyStart, keyEnd) : String(pair.key.value)
    return { key, keyStart, keyEnd, value: value ?? nothing(keyEnd) }
  }

  /** From the outer brace of `{{ … }}` to the outer one at its end, when they are there. */
  #templateSpan(start: number, end: number): ReturnType<typeof span> {
    const { text } = this.#source
    const isOpened = text[start - 1] === '{'
    const isClosed = text[end] === '}'
    return span(this.#source, isOpened ? start - 1 : start, isClosed ? end + 1 : end)
  }

  #checkTag(node: Node, start: number, end: number): void {
    if (node.tag === undefined || knownTags.has(node.tag)) return
    this.diagnostics.push(
      diagnostic('yaml-unknown-tag', { tag: node.tag }, { span: span(this.#source, start, end) }),
    )
  }
}

/** A block ends with its last line that is not blank. */
function withoutBlankEnd(block: string): string {
  return block.replace(/(?:\n[ \t]*)+$/, '')
}

function scalarValue(node: Node): Json {
  if (!isScalar(node)) return null
  const text = typeof node.value === 'string' ? node.value : ''
  if (node.tag === STR) return text
  if (node.tag === FLOAT) return toFloat(resolveScalar(text))
  const isPlain = node.type === undefined || node.type === 'PLAIN'
  return isPlain || node.tag !== undefined ? resolveScalar(text) : text
}

function toFloat(value: Json): Json {
  return typeof value === 'number' ? floatMarker(value) : value
}

function countNodes(node: YamlNode): number {
  if (node.kind === 'scalar') return 1
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + countNodes(item), 1)
  return node.entries.reduce((sum, entry) => sum + countNodes(entry.value), 1)
}

function sizeOf(items: readonly Converted[]): number {
  return items.reduce((sum, item) => sum + item.size, 1)
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)
}

function rangeOf(node: Node): readonly [number, number] {
  const range = node.range
  return range ? [range[0], range[1]] : [0, 0]
}

/** What is written in blocks ends with its last value, not with the blank lines behind it. */
function endOfBlock(items: readonly YamlNode[], end: number): number {
  return items.at(-1)?.end ?? end
}

function nothing(at: number): YamlNode {
  return { kind: 'scalar', start: at, end: at, value: null }
}
