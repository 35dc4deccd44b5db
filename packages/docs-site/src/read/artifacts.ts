import type { JsonObject } from '../data/index.ts'
import { isObject, objectAt, textAt } from './json.ts'

/** What lies in a target folder, parsed. Only the manifest has to be there. */
export interface Artifacts {
  readonly manifest: JsonObject
  readonly catalog: JsonObject | undefined
  readonly runResults: JsonObject | undefined
  readonly sources: JsonObject | undefined
  /** Of btn's own. */
  readonly lineage: JsonObject | undefined
  readonly btn: JsonObject | undefined
  readonly history: JsonObject | undefined
}

/** The file of each. */
export const artifactFiles = {
  manifest: 'manifest.json',
  catalog: 'catalog.json',
  runResults: 'run_results.json',
  sources: 'sources.json',
  lineage: 'lineage.json',
  btn: 'btn.json',
  history: 'history.json',
} as const satisfies Record<keyof Artifacts, string>

export interface ArtifactProblem {
  readonly file: string
  readonly problem: 'missing' | 'not-json' | 'not-an-artifact' | 'too-old'
}

export interface ReadArtifacts {
  /** Undefined where there is no manifest to read. */
  readonly artifacts: Artifacts | undefined
  /** A file besides the manifest that cannot be read is left out. */
  readonly problems: readonly ArtifactProblem[]
}

/** Of dbt 0.21; what is older has no edges that can be trusted. */
const OLDEST_MANIFEST = 3

/** `read` gives the text of a file of the target folder. */
export function readArtifacts(read: (file: string) => string | undefined): ReadArtifacts {
  const problems: ArtifactProblem[] = []
  const open = (file: string): JsonObject | undefined => {
    const { json, problem } = readArtifact(read(file))
    const isTold = problem && (problem !== 'missing' || file === artifactFiles.manifest)
    if (isTold) problems.push({ file, problem })
    return json
  }
  const manifest = open(artifactFiles.manifest)
  if (!manifest) return { artifacts: undefined, problems }
  if (versionOf(manifest) < OLDEST_MANIFEST) {
    return { artifacts: undefined, problems: [{ file: 'manifest.json', problem: 'too-old' }] }
  }
  const artifacts = {
    manifest,
    catalog: open(artifactFiles.catalog),
    runResults: open(artifactFiles.runResults),
    sources: open(artifactFiles.sources),
    lineage: open(artifactFiles.lineage),
    btn: open(artifactFiles.btn),
    history: open(artifactFiles.history),
  }
  return { artifacts, problems }
}

interface Parsed {
  readonly json?: JsonObject
  readonly problem?: ArtifactProblem['problem']
}

/** A file that cannot be read, or is something else, is as if it were not there. */
export function readArtifact(text: string | undefined): Parsed {
  if (text === undefined) return { problem: 'missing' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'not-json' }
    throw error
  }
  return isObject(json) && isObject(json['metadata']) ? { json } : { problem: 'not-an-artifact' }
}

/** The number in `https://…/manifest/v12.json`. */
function versionOf(manifest: JsonObject): number {
  const schema = textAt(objectAt(manifest, 'metadata'), 'dbt_schema_version') ?? ''
  return Number(/\/v(\d+)\.json$/.exec(schema)?.[1] ?? NaN)
}
