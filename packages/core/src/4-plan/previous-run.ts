import { diagnostic, type Outcome } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import { readInstant, type Interval } from '../intervals/index.ts'
import type { BatchResults, Json, JsonObject, NodeId, OverloadResults } from '../types/index.ts'
import { isObject, listOf } from '../types/json.ts'
import { readYaml } from '../yaml/index.ts'

/** What a `run_results.json`, ours or dbt's, says of the command that wrote it. */
export interface PreviousRun {
  /** The file as it is. */
  readonly text: string
  readonly args: JsonObject
  readonly startedAt: Date
  readonly results: readonly PreviousResult[]
}

export interface PreviousResult {
  readonly node: NodeId
  readonly status: string
  readonly batches: BatchResults | undefined
  readonly overloads: OverloadResults | undefined
}

/** Undefined when there is no such file. The folder is absolute. */
export function readPreviousRun(host: Host, folder: string): Outcome<PreviousRun | undefined> {
  const path = `${folder}/run_results.json`
  const bytes = host.readBytes(path)
  if (!bytes) return { value: undefined, diagnostics: [] }
  const text = new TextDecoder().decode(bytes)
  const { value, problem } = parse(text)
  if (value) return { value: toPreviousRun(text, value), diagnostics: [] }
  return { value: undefined, diagnostics: [diagnostic('state-unreadable', { path, problem })] }
}

function parse(text: string): { readonly value?: JsonObject; readonly problem: string } {
  try {
    const value: Json = JSON.parse(text)
    const isRun = isObject(value) && Array.isArray(value['results'])
    return isRun ? { value, problem: '' } : { problem: 'it has no results of a run' }
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) }
  }
}

function toPreviousRun(text: string, artifact: JsonObject): PreviousRun {
  const { metadata, args, results } = artifact
  const times = isObject(metadata) ? metadata : {}
  const startedAt = readInstant(String(times['invocation_started_at'] ?? times['generated_at']))
  return {
    text,
    args: isObject(args) ? readArgs(text, args) : {},
    startedAt: startedAt ?? new Date(0),
    results: listOf(results).filter(isObject).map(toResult),
  }
}

/** At the end of the file, read as YAML, which tells `1.0` from `1`. */
function readArgs(text: string, args: JsonObject): JsonObject {
  const [, written = ''] = /"elapsed_time":[^,]*,\s*"args":(.*)\}\s*$/s.exec(text) ?? []
  const { value } = readYaml({ path: 'args', text: written }).value
  return isObject(value) ? value : args
}

function toResult(entry: JsonObject): PreviousResult {
  const batches = entry['batch_results']
  const overloads = entry['overload_results']
  return {
    // What is no node of the project is found out when it is looked for.
    node: String(entry['unique_id']) as NodeId,
    status: String(entry['status']),
    batches: isObject(batches)
      ? { successful: toIntervals(batches['successful']), failed: toIntervals(batches['failed']) }
      : undefined,
    overloads: isObject(overloads)
      ? { successful: toTexts(overloads['successful']), failed: toTexts(overloads['failed']) }
      : undefined,
  }
}

function toTexts(value: Json | undefined): readonly string[] {
  return listOf(value).map(String)
}

function toIntervals(value: Json | undefined): readonly Interval[] {
  return listOf(value).flatMap((pair) => {
    const [start, end] = listOf(pair).map((text) => readInstant(String(text)))
    return start && end ? [{ start, end }] : []
  })
}
