import { isObject } from '../../types/json.ts'
import type { Diagnostic, Source } from '@btn/diagnostics'
import { span, type Span } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import type { Json, JsonObject, Place } from '../../types/index.ts'
import { findEntry, setOwn, type YamlMap, type YamlNode } from '../../yaml/index.ts'
import type { YamlText } from './types.ts'

export interface PropertiesOptions {
  /** What templates in the file see. */
  readonly scope: Scope
  /** `require_generic_test_arguments_property`. */
  readonly requiresArguments: boolean
  /** `require_sql_header_in_test_configs`. */
  readonly allowsTestHeaders?: boolean
}

/** What belongs to the reading of one file. */
export interface Reading extends PropertiesOptions {
  readonly source: Source
  readonly diagnostics: Diagnostic[]
}

const none: readonly Item[] = []
const nothing: JsonObject = {}

/** A mapping of the file: what it says (rendered), what it says as written, and where. Reading a key of another type gives nothing: the schema has told. */
export class Item {
  readonly reading: Reading
  readonly value: JsonObject
  readonly raw: JsonObject
  readonly node: YamlMap

  constructor(reading: Reading, value: JsonObject, raw: JsonObject, node: YamlMap) {
    this.reading = reading
    this.value = value
    this.raw = raw
    this.node = node
  }

  get place(): Place {
    return this.#toPlace(this.node)
  }

  has(key: string): boolean {
    const value = this.value[key]
    return value !== undefined && value !== null
  }

  text(key: string): string | undefined {
    const value = this.value[key]
    return typeof value === 'string' ? value : undefined
  }

  flag(key: string): boolean | undefined {
    const value = this.value[key]
    return typeof value === 'boolean' ? value : undefined
  }

  object(key: string): JsonObject | undefined {
    const value = this.value[key]
    return isObject(value) ? value : undefined
  }

  list(key: string): readonly Json[] {
    const value = this.value[key]
    return Array.isArray(value) ? value : []
  }

  /** The mapping at a key. */
  item(key: string): Item | undefined {
    return this.#itemAt(this.value[key], this.raw[key], findEntry(this.node, key)?.value)
  }

  /** The mappings in the list at a key. */
  items(key: string): readonly Item[] {
    const values = this.value[key]
    const list = findEntry(this.node, key)?.value
    if (!Array.isArray(values) || list?.kind !== 'list') return none
    const raws = this.raw[key]
    const items: Item[] = []
    for (let index = 0; index < values.length; index++) {
      const raw: Json | undefined = Array.isArray(raws) ? raws[index] : undefined
      const item = this.#itemAt(values[index], raw, list.items[index])
      if (item) items.push(item)
    }
    return items
  }

  /** A text that is rendered later. */
  yamlText(key: string): YamlText | undefined {
    const text = this.text(key)
    return text === undefined ? undefined : { text, place: this.placeOf(key) }
  }

  /** The place of the value at a key; of the whole mapping, where there is no such key. */
  placeOf(key: string): Place {
    return this.#toPlace(findEntry(this.node, key)?.value ?? this.node)
  }

  keyPlaceOf(key: string): Place {
    const entry = findEntry(this.node, key)
    if (!entry) return this.place
    return { file: this.reading.source.path, start: entry.keyStart, end: entry.keyEnd }
  }

  spanOf(place: Place): Span {
    return span(this.reading.source, place.start, place.end)
  }

  /** The keys that are not among `known`. */
  rest(known: ReadonlySet<string>): JsonObject {
    let rest: Record<string, Json> | undefined
    for (const key of Object.keys(this.value)) {
      if (!known.has(key)) setOwn((rest ??= {}), key, this.value[key] ?? null)
    }
    return rest ?? nothing
  }

  #itemAt(
    value: Json | undefined,
    raw: Json | undefined,
    node: YamlNode | undefined,
  ): Item | undefined {
    if (!isObject(value) || node?.kind !== 'map') return undefined
    return new Item(this.reading, value, isObject(raw) ? raw : value, node)
  }

  #toPlace(node: YamlNode): Place {
    return { file: this.reading.source.path, start: node.start, end: node.end }
  }
}
