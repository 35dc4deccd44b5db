import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** Name and versions of the schemas of one kind of artifact that can be read. */
export interface ArtifactKind {
  readonly file: string
  readonly schema: 'manifest' | 'run-results' | 'sources'
  /** Oldest first; the last one is what is written today. */
  readonly versions: readonly number[]
}

/** An artifact of an earlier run; undefined where there is none. What cannot be used is reported. */
export function readArtifact(
  host: Host,
  folder: string,
  kind: ArtifactKind,
  faults: Diagnostic[],
): JsonObject | undefined {
  const path = `${folder}/${kind.file}`
  const bytes = host.readBytes(path)
  if (!bytes) return undefined
  try {
    const value: Json = JSON.parse(new TextDecoder().decode(bytes))
    const problem = isObject(value) ? undefined : 'it is no JSON object'
    if (problem !== undefined || !isObject(value)) {
      faults.push(diagnostic('state-unreadable', { path, problem: problem ?? '' }))
      return undefined
    }
    return hasKnownVersion(value, path, kind, faults) ? value : undefined
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    faults.push(diagnostic('state-unreadable', { path, problem }))
  }
  return undefined
}

function hasKnownVersion(
  artifact: JsonObject,
  path: string,
  { schema, versions }: ArtifactKind,
  faults: Diagnostic[],
): boolean {
  const metadata = artifact['metadata']
  const found = isObject(metadata) ? metadata['dbt_schema_version'] : undefined
  const url = (version: number): string =>
    `https://schemas.getdbt.com/dbt/${schema}/v${version}.json`
  if (found === undefined || versions.some((version) => found === url(version))) return true
  const expected = url(versions.at(-1) ?? 0)
  faults.push(diagnostic('state-version', { path, found: String(found), expected }))
  return false
}
