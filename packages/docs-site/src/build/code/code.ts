import type { Code, CodeText, JsonObject } from '../../data/index.ts'
import type { Entry } from '../../read/entries.ts'
import { settled, textAt } from '../../read/json.ts'
import { macrosOf } from '../../read/edges.ts'
import type { Reading } from '../../read/reading.ts'
import { linkRelations, linkTemplate, type Names } from './links.ts'
import { markPython, markSql } from './marks.ts'

/** Blots out what is not to be read by everybody. */
export type Redact = (text: string) => string

/** The texts of an entry; undefined where it has none. */
export function codeOf(entry: Entry, reading: Reading, redact: Redact): Code | undefined {
  const [raw, compiled] = [rawOf(entry), compiledOf(entry, reading)]
  if (raw === undefined && compiled === undefined) return undefined
  const isPython = textAt(entry.json, 'language') === 'python'
  return settled<Code>({
    language: isPython ? 'python' : 'sql',
    raw: raw === undefined ? undefined : toRaw(redact(raw), entry, reading),
    compiled: compiled === undefined ? undefined : toCompiled(redact(compiled), entry, reading),
  })
}

/** Whether `codeOf` gives something, found out quicker. */
export function hasCode(entry: Entry, reading: Reading): boolean {
  return (rawOf(entry) ?? compiledOf(entry, reading)) !== undefined
}

/** The text that somebody wrote. */
export function rawOf({ kind, json }: Entry): string | undefined {
  if (kind === 'macro') return codeAt(json, 'macro_sql')
  // What calls a generic test is dbt's business; its arguments are told.
  if (kind === 'test' && json['test_metadata']) return undefined
  return codeAt(json, 'raw_code')
}

/** Code has the line breaks of its file; browsers know only one. */
function codeAt(json: JsonObject, key: string): string | undefined {
  return textAt(json, key)?.replace(/\r\n?/g, '\n')
}

function compiledOf({ id, kind, json }: Entry, { compiledByRun }: Reading): string | undefined {
  if (kind === 'macro' || kind === 'seed') return undefined
  return codeAt(json, 'compiled_code') ?? compiledByRun.get(id)
}

function toRaw(text: string, entry: Entry, reading: Reading): CodeText {
  const isPython = textAt(entry.json, 'language') === 'python'
  const links = linkTemplate(text, namesFor(entry, reading), isPython)
  return { text, marks: isPython ? markPython(text) : markSql(text), links }
}

function toCompiled(text: string, entry: Entry, reading: Reading): CodeText {
  const isPython = textAt(entry.json, 'language') === 'python'
  const relations = new Map<string, string>()
  for (const id of reading.edges.parents.get(entry.id) ?? []) {
    const relation = textAt(reading.entries.get(id)?.json, 'relation_name')
    if (relation) relations.set(relation, id)
  }
  const links = linkRelations(text, relations)
  return { text, marks: isPython ? markPython(text) : markSql(text), links }
}

/** Names mean what the node depends on; in macros, which depend on no node, what the project calls so. */
function namesFor(entry: Entry, { entries, edges, names: { named } }: Reading): Names {
  const parents = new Set(edges.parents.get(entry.id) ?? [])
  const macros = macrosOf(entry).map((id) => id.split('.'))
  return {
    ref: (name, owner, version) => {
      const all = named.get(name) ?? []
      const own = all.filter((it) => parents.has(it.id))
      return pickRef(own.length > 0 ? own : all, owner, version)?.id
    },
    source: (source, table) => {
      const id = [...parents].find((it) => entries.get(it)?.name === `${source}.${table}`)
      return id ?? named.get(`${source}.${table}`)?.[0]?.id
    },
    macro: (name, owner) =>
      macros
        .find(([, home, it]) => it === name && (owner === undefined || owner === home))
        ?.join('.'),
  }
}

function pickRef(
  all: readonly Entry[],
  owner: string | undefined,
  version: string | undefined,
): Entry | undefined {
  const found = owner === undefined ? all : all.filter((it) => it.package === owner)
  if (version !== undefined) return found.find(({ json }) => String(json['version']) === version)
  return found.find(({ json }) => json['version'] === json['latest_version']) ?? found[0]
}
