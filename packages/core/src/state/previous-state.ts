import type { Diagnostic, Outcome } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { EarlierManifest } from './earlier-manifest.ts'
import { readArtifact, type ArtifactKind } from './read-artifact.ts'

/** What earlier artifacts tell: the folder that `--state` names, and the last freshness of the project itself. */
export interface PreviousState {
  readonly manifest?: EarlierManifest
  readonly statusById?: ReadonlyMap<string, string>
  readonly loadedAtBefore?: ReadonlyMap<string, string>
  readonly loadedAtNow?: ReadonlyMap<string, string>
  /** Seeds above this size are not hashed. */
  readonly seedLimitMib?: number
}

export interface StateFolders {
  /** What `--state` names. */
  readonly folder: string
  /** Where the project itself writes. */
  readonly targetFolder: string
  /** `state_modified_compare_more_unrendered_values` */
  readonly comparesWritten: boolean
  /** `maximum_seed_size_mib` */
  readonly seedLimitMib: number
}

const manifests: ArtifactKind = {
  file: 'manifest.json',
  schema: 'manifest',
  versions: [4, 5, 6, 7, 8, 9, 10, 11, 12],
}
const runResults: ArtifactKind = {
  file: 'run_results.json',
  schema: 'run-results',
  versions: [4, 5, 6],
}
const sources: ArtifactKind = { file: 'sources.json', schema: 'sources', versions: [3] }

/**
 * Reads `manifest.json`, `run_results.json` and `sources.json` of a folder, as far as they are there, and the
 * `sources.json` of the project's own target folder. Both paths are absolute.
 */
export function readState(host: Host, folders: StateFolders): Outcome<PreviousState> {
  const faults: Diagnostic[] = []
  const read = (folder: string, kind: ArtifactKind): JsonObject | undefined =>
    readArtifact(host, folder, kind, faults)
  const { folder, targetFolder, comparesWritten, seedLimitMib } = folders
  const manifest = read(folder, manifests)
  const results = read(folder, runResults)
  const before = read(folder, sources)
  const now = read(targetFolder, sources)
  const value: PreviousState = {
    seedLimitMib,
    ...(manifest && { manifest: new EarlierManifest(manifest, comparesWritten) }),
    ...(results && { statusById: mapResults(results, 'status') }),
    ...(before && { loadedAtBefore: mapResults(before, 'max_loaded_at') }),
    ...(now && { loadedAtNow: mapResults(now, 'max_loaded_at') }),
  }
  return { value, diagnostics: faults }
}

/** The manifest alone, for deferral. */
export function readEarlierManifest(
  host: Host,
  folder: string,
): Outcome<EarlierManifest | undefined> {
  const faults: Diagnostic[] = []
  const manifest = readArtifact(host, folder, manifests, faults)
  return { value: manifest && new EarlierManifest(manifest, false), diagnostics: faults }
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
