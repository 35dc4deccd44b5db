import type { SourcePatch, SourceTablePatch } from '../2-parse/properties/index.ts'
import { hasLimit, isLimit } from '../config/freshness.ts'
import { metaOf } from './draft.ts'
import type { Config, Json, JsonObject } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'

/**
 * The settings of a source table as its properties file gives them: those of the source under those of the table, what
 * stands beside `config:` under what stands in it.
 */
export function sourceSettings(source: SourcePatch, table: SourceTablePatch): Config {
  const { freshness, ...settings } = { ...source.config.rendered, ...table.config.rendered }
  const limits = mergeFreshness([
    source.freshness,
    source.config.rendered['freshness'],
    table.freshness,
    table.config.rendered['freshness'],
  ])
  return {
    ...settings,
    ...((limits === null || hasLimit(limits)) && { freshness: limits }),
    loaded_at_field: loadedAtField(source, table),
    loaded_at_query: loadedAtQuery(source, table),
    meta: { ...metaOf(source.config.rendered), ...metaOf(table.config.rendered) },
    tags: [
      ...new Set([
        ...toStringList(source.config.rendered['tags']),
        ...toStringList(table.config.rendered['tags']),
      ]),
    ].sort(),
  }
}

/** `loaded_at_field: null` on a table is an answer: its age is taken from the database's own notes. */
function loadedAtField(source: SourcePatch, table: SourceTablePatch): Json {
  const own = ownField(table)
  if (own || table.hasLoadedAtField) return own || null
  return source.loadedAtField || textOf(source.config.rendered, 'loaded_at_field') || null
}

function loadedAtQuery(source: SourcePatch, table: SourceTablePatch): Json {
  const own = table.loadedAtQuery?.text || textOf(table.config.rendered, 'loaded_at_query')
  if (own || table.hasLoadedAtField || ownField(table)) return own || null
  return source.loadedAtQuery?.text || textOf(source.config.rendered, 'loaded_at_query') || null
}

/** Where both a column and a query are to say how old the rows are; dbt looks at each level by itself. */
export function findTwiceTimed(
  source: SourcePatch,
  table: SourceTablePatch,
): 'source' | 'table' | undefined {
  const hasField = (of: Timed): boolean => Boolean(ownField(of))
  const hasQuery = (of: Timed): boolean =>
    Boolean(of.loadedAtQuery ?? textOf(of.config.rendered, 'loaded_at_query'))
  if ((table.hasLoadedAtField || hasField(table)) && hasQuery(table)) return 'table'
  return hasField(source) && hasQuery(source) ? 'source' : undefined
}

type Timed = SourcePatch | SourceTablePatch

function ownField(table: Timed): string | undefined {
  return table.loadedAtField || textOf(table.config.rendered, 'loaded_at_field')
}

function textOf(config: JsonObject, key: string): string | undefined {
  const value = config[key]
  return typeof value === 'string' ? value : undefined
}

const noLimit: JsonObject = { count: null, period: null }
const noFreshness: JsonObject = { warn_after: noLimit, error_after: noLimit, filter: null }

/** Undefined says nothing; null takes away what weaker places said. */
function mergeFreshness(said: readonly (Json | undefined)[]): JsonObject | null {
  const [first, ...rest] = said.map(toFreshness)
  let merged = first ?? null
  for (const stronger of rest) {
    if (!stronger) merged = null
    else if (merged) merged = overlay(merged, stronger)
    else merged = hasLimit(stronger) ? stronger : null
  }
  return merged
}

function toFreshness(said: Json | undefined): JsonObject | null {
  if (said === null) return null
  if (!isObject(said)) return noFreshness
  return {
    warn_after: toLimit(said['warn_after']),
    error_after: toLimit(said['error_after']),
    filter: said['filter'] ?? null,
  }
}

function toLimit(said: Json | undefined): Json {
  if (said === null) return null
  return isObject(said) ? { ...noLimit, ...said } : noLimit
}

function overlay(weaker: JsonObject, stronger: JsonObject): JsonObject {
  const limit = (key: string): Json => mergeLimits(weaker[key] ?? null, stronger[key] ?? null)
  return {
    warn_after: limit('warn_after'),
    error_after: limit('error_after'),
    filter: stronger['filter'] ?? weaker['filter'] ?? null,
  }
}

function mergeLimits(weaker: Json, stronger: Json): Json {
  if (stronger === null) return null
  return isLimit(stronger) ? stronger : (weaker ?? stronger)
}
