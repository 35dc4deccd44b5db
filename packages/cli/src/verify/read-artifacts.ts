import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonObject } from '@btn/core'
import { isObject } from '../project.ts'
import type { RecordedResult, Recording } from './recording.ts'

/** The sections of a manifest whose entries have ids. */
const sections = [
  ...['nodes', 'sources', 'exposures', 'metrics', 'semantic_models', 'saved_queries'],
  ...['unit_tests', 'functions', 'groups', 'docs'],
]

/** What differs between two runs of one tool, or is compared apart. */
const notCompared = new Set([
  ...['created_at', 'build_path', 'compiled_path', 'compiled', 'compiled_code', 'root_path'],
  ...['extra_ctes', 'extra_ctes_injected', 'config_call_dict', 'unrendered_config_call_dict'],
])

/** Packages that every tool brings in a form of its own. */
const isBuiltin = (id: string): boolean => /^(macro|doc)\.(dbt|dbt_duckdb)\./.test(id)

export function readArtifact(folder: string, name: string): JsonObject | undefined {
  const path = join(folder, name)
  if (!existsSync(path)) return undefined
  const json: JsonObject = JSON.parse(readFileSync(path, 'utf8'))
  return json
}

/** The files that tell other tools of the semantic layer; nothing where a project has none. */
export function readDocuments(folder: string): Pick<Recording, 'documents'> {
  const semantic = readArtifact(folder, 'semantic_manifest.json')
  const hasLayer = ['semantic_models', 'metrics'].some((key) => toList(semantic?.[key]).length > 0)
  if (!hasLayer) return {}
  const names = ['semantic_manifest.json', 'osi_document.json']
  const read = names.map((name) => [name, readArtifact(folder, name) ?? {}] as const)
  return { documents: Object.fromEntries(read) }
}

/** What a manifest says of each node, in a form that can be compared. */
export function readNodes(manifest: JsonObject | undefined): Readonly<Record<string, JsonObject>> {
  const found: Record<string, JsonObject> = {}
  for (const section of sections) {
    for (const [id, node] of Object.entries(toObject(manifest?.[section]))) {
      if (!isBuiltin(id)) found[id] = comparable(toObject(node))
    }
  }
  return found
}

function comparable(node: JsonObject): JsonObject {
  const kept = Object.entries(node).filter(([key]) => !notCompared.has(key))
  return { ...Object.fromEntries(kept), ...('depends_on' in node && dependsOn(node)) }
}

function dependsOn(node: JsonObject): JsonObject {
  const { macros, nodes } = toObject(node['depends_on'])
  return {
    depends_on: {
      macros: toTexts(macros)
        .filter((id) => !isBuiltin(id))
        .sort(),
      nodes: toTexts(nodes).sort(),
    },
  }
}

/** `run_results.json` by node, of a step that began then. */
export function readResults(
  results: JsonObject | undefined,
  startedAt: Date,
): Record<string, RecordedResult> {
  const found: Record<string, RecordedResult> = {}
  const { invocation_id: runId } = toObject(results?.['metadata'])
  for (const item of toList(results?.['results'])) {
    const { unique_id: id, status, failures, compiled_code: compiled } = toObject(item)
    found[String(id)] = {
      status: String(status),
      failures: typeof failures === 'number' ? failures : null,
      ...(typeof compiled === 'string' && {
        compiled: withoutRun(foldSpace(compiled), String(runId), startedAt),
      }),
    }
  }
  return found
}

/** With words in place of what is another in each run: its id, and times between its start and now. */
function withoutRun(text: string, runId: string, startedAt: Date): string {
  return text
    .replaceAll(runId, '<run>')
    .replace(/\b(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?\b/g, (text, day, clock) => {
      const time = Date.parse(`${day}T${clock}Z`)
      return time + 1000 > startedAt.getTime() && time <= Date.now() ? '<now>' : text
    })
}

/** `catalog.json` without times. */
export function readCatalog(catalog: JsonObject): JsonObject {
  return { nodes: catalog['nodes'] ?? {}, sources: catalog['sources'] ?? {} }
}

export function readFreshness(sources: JsonObject): Record<string, string> {
  const entries = toList(sources['results']).map((item) => {
    const { unique_id: id, status } = toObject(item)
    return [String(id), String(status)] as const
  })
  return Object.fromEntries(entries)
}

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function toObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function toTexts(value: Json | undefined): string[] {
  return toList(value).map(String)
}
