import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '@btn/core'
import { isObject } from '../project.ts'
import type {
  Area,
  Comparison,
  Difference,
  RecordedRelation,
  RecordedStep,
  Recording,
} from './recording.ts'

/** Everything in which `found` is not as `wanted`. */
export function compare(wanted: Recording, found: Recording): Comparison {
  const comparing = new Comparing()
  comparing.steps(wanted.steps, found.steps)
  comparing.keys('nodes', withoutOrder(wanted.nodes), withoutOrder(found.nodes))
  comparing.value('nodes', 'disabled', wanted.disabled, found.disabled)
  if (wanted.documents) comparing.keys('documents', wanted.documents, found.documents ?? {})
  comparing.relations(wanted.relations, found.relations)
  comparing.value('relations', 'indexes, constraints and comments', wanted.details, found.details)
  return comparing
}

/** Lists that dbt makes of sets: their order is another one in each of its runs. */
const sets = ['sources', 'primary_key']

function withoutOrder(nodes: Recording['nodes']): Recording['nodes'] {
  const sorted = (node: JsonObject): JsonObject => {
    const lists = sets.flatMap((key) => {
      const list = node[key]
      return Array.isArray(list) ? [[key, [...list].sort(byText)] as const] : []
    })
    return { ...node, ...Object.fromEntries(lists) }
  }
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, sorted(node)]))
}

function byText(a: Json, b: Json): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

class Comparing implements Comparison {
  readonly compared: Record<Area, number> = {
    'exit codes': 0,
    nodes: 0,
    results: 0,
    'compiled SQL': 0,
    relations: 0,
    lists: 0,
    catalog: 0,
    freshness: 0,
    documents: 0,
  }
  readonly differences: Difference[] = []

  steps(wanted: readonly RecordedStep[], found: readonly RecordedStep[]): void {
    for (const [at, step] of wanted.entries()) {
      const other = found[at]
      if (other) this.#step(step, other)
    }
  }

  #step(wanted: RecordedStep, found: RecordedStep): void {
    const subject = wanted.line
    this.value('exit codes', subject, wanted.exitCode, found.exitCode)
    for (const id of idsOf(wanted.results, found.results)) {
      const [left, right] = [wanted.results[id], found.results[id]]
      const name = `${id} (${subject})`
      const ending = (it: typeof left) => it && { status: it.status, failures: it.failures }
      this.value('results', name, ending(left), ending(right))
      if (left?.compiled !== undefined) {
        this.value('compiled SQL', name, left.compiled, right?.compiled)
      }
    }
    // What a command says that fails is no list.
    if (wanted.listed && wanted.exitCode === 0)
      this.value('lists', subject, wanted.listed, found.listed)
    if (wanted.freshness) this.value('freshness', subject, wanted.freshness, found.freshness)
    for (const kind of wanted.catalog ? ['nodes', 'sources'] : []) {
      this.keys('catalog', toObject(wanted.catalog?.[kind]), toObject(found.catalog?.[kind]))
    }
  }

  /** Compares two collections of JSON objects, key by key of each entry. */
  keys(area: Area, wanted: Readonly<Record<string, Json>>, found: typeof wanted): void {
    for (const id of idsOf(wanted, found)) this.value(area, id, wanted[id], found[id])
  }

  relations(wanted: Recording['relations'], found: Recording['relations']): void {
    for (const name of idsOf(wanted, found)) {
      this.value('relations', name, ...comparableRelations(wanted[name], found[name]))
    }
  }

  value(area: Area, subject: string, wanted: unknown, found: unknown): void {
    this.compared[area]++
    if (isDeepStrictEqual(wanted, found)) return
    for (const what of describe(wanted, found)) this.differences.push({ area, subject, what })
  }
}

/** Without the columns that belong to the run in both, and with rows where both have few. */
function comparableRelations(
  wanted: RecordedRelation | undefined,
  found: RecordedRelation | undefined,
): readonly [unknown, unknown] {
  if (!wanted || !found) return [wanted && {}, found && {}]
  if (wanted.problem !== undefined || found.problem !== undefined) {
    return [
      { isReadable: wanted.problem === undefined },
      { isReadable: found.problem === undefined },
    ]
  }
  const showsRows = wanted.content !== undefined && found.content !== undefined
  return [toComparable(wanted, showsRows), toComparable(found, showsRows)]
}

/** Rows say all that checksums say. */
function toComparable(relation: RecordedRelation, showsRows: boolean): unknown {
  const { content, checksum, checksums, ...rest } = relation
  return showsRows ? { ...rest, content } : { ...rest, checksum, checksums }
}

/** Where two values differ, in a line or a few. */
function describe(wanted: unknown, found: unknown): readonly string[] {
  if (wanted === undefined) return ['only btn has it']
  if (found === undefined) return ['missing']
  if (Array.isArray(wanted) && Array.isArray(found)) return describeLists(wanted, found)
  if (!isRecord(wanted) || !isRecord(found)) return [`${show(wanted)} → ${show(found)}`]
  return idsOf(wanted, found).flatMap((key) =>
    isDeepStrictEqual(wanted[key], found[key])
      ? []
      : describe(wanted[key], found[key]).map((it) => `${key}: ${it}`),
  )
}

function describeLists(wanted: readonly unknown[], found: readonly unknown[]): readonly string[] {
  const texts = [wanted, found].map((list) => list.map(show))
  const [left = [], right = []] = texts
  const missing = left.filter((it) => !right.includes(it)).map((it) => `- ${it}`)
  const extra = right.filter((it) => !left.includes(it)).map((it) => `+ ${it}`)
  const changes = [...missing, ...extra]
  return changes.length > 0 ? changes : [`${show(wanted)} → ${show(found)}`]
}

function idsOf(wanted: object, found: object): readonly string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toObject(value: Json | undefined): Readonly<Record<string, Json>> {
  return isObject(value) ? value : {}
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
