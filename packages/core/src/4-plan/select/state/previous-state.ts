import { diagnostic, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { Host } from '../../../host.ts'
import type { Json, JsonObject } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

/** What earlier artifacts tell: the folder that `--state` names, and the last freshness of the project itself. */
export interface PreviousState {
  readonly manifest?: JsonObject
  readonly statusById?: ReadonlyMap<string, string>
  readonly loadedAtBefore?: ReadonlyMap<string, string>
  readonly loadedAtNow?: ReadonlyMap<string, string>
}

/**
 * Reads `manifest.json`, `run_results.json` and `sources.json` of a folder, as far as they are there, and the
 * `sources.json` of the project's own target folder. Both paths are absolute.
 */
export function readState(
  host: Host,
  folder: string,
  targetFolder: string,
): Outcome<PreviousState> {
  const faults: Diagnostic[] = []
  const read = (path: string): JsonObject | undefined => readArtifact(host, path, faults)
  const manifest = read(`${folder}/manifest.json`)
  const results = read(`${folder}/run_results.json`)
  const before = read(`${folder}/sources.json`)
  const now = read(`${targetFolder}/sources.json`)
  const value: PreviousState = {
    ...(manifest && { manifest }),
    ...(results && { statusById: mapResults(results, 'status') }),
    ...(before && { loadedAtBefore: mapResults(before, 'max_loaded_at') }),
    ...(now && { loadedAtNow: mapResults(now, 'max_loaded_at') }),
  }
  return { value, diagnostics: faults }
}

function readArtifact(host: Host, path: string, faults: Diagnostic[]): JsonObject | undefined {
  const bytes = host.readBytes(path)
  if (!bytes) return undefined
  try {
    const value: Json = JSON.parse(new TextDecoder().decode(bytes))
    if (isObject(value)) return value
    faults.push(diagnostic('state-unreadable', { path, problem: 'it is no JSON object' }))
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    faults.push(diagnostic('state-unreadable', { path, problem }))
  }
  return undefined
}

/** One property of the entries of `results`, by the node that they are about. */
function mapResults(artifact: JsonObject, key: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const results = artifact['results']
  for (const entry of Array.isArray(results) ? (results as readonly Json[]) : []) {
    if (!isObject(entry)) continue
    const [id, value] = [entry['unique_id'], entry[key]]
    if (typeof id === 'string' && typeof value === 'string') found.set(id, value)
  }
  return found
}
