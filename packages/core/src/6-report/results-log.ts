import type { Host } from '../host.ts'
import { toPythonJson } from '../python-json.ts'
import type { Json, Node, RunResult, StepResult } from '../types/index.ts'
import type { Invocation } from './invocation.ts'
import { toMetadata } from './metadata.ts'
import { toResultJson } from './result-json.ts'
import type { Scrub } from './secrets.ts'

/** The results of a run, written as it goes. */
export interface ResultsLog {
  /** To be called when a node has finished: its line is on disk when this returns. */
  add(result: StepResult, node: Node | undefined): void
  /** Writes `run_results.json` from the lines. */
  finish(run: RunResult): void
}

export interface ResultsOptions {
  /** Absolute. */
  readonly targetFolder: string
  readonly invocation: Invocation
  readonly scrub: Scrub
}

/**
 * Begins `run_results.jsonl`: the first line says what was called, then follows a line per finished node, and at last
 * how long all took. A run that is killed leaves what it did, and no last line.
 */
export function openResultsLog(host: Host, options: ResultsOptions): ResultsLog {
  const { targetFolder, invocation, scrub } = options
  const path = `${targetFolder}/run_results.jsonl`
  const metadata = toMetadata(host, invocation, 'run-results/v6')
  const append = (line: object): void => host.appendText(path, `${scrub(JSON.stringify(line))}\n`)
  host.remove(path)
  append({ metadata, args: invocation.args })
  return {
    add: (result, node) => append(toResultJson(result, node)),
    finish(run) {
      const elapsed = (run.completedAt.getTime() - run.startedAt.getTime()) / 1000
      append({ elapsed_time: elapsed, is_interrupted: run.isInterrupted })
      const text = toArtifact(new TextDecoder().decode(host.readBytes(path)))
      host.writeText(`${targetFolder}/run_results.json`, text)
    },
  }
}

/** Joins the lines to one document without reading them: each is JSON already. */
function toArtifact(lines: string): string {
  const [head = '', ...rest] = lines.split('\n').filter((line) => line !== '')
  const tail = rest.pop() ?? '{}'
  const { elapsed_time: elapsed } = JSON.parse(tail) as { readonly elapsed_time?: number }
  const { metadata, args } = JSON.parse(head) as Readonly<Record<string, Json>>
  const results = `"results":[${rest.join(',')}]`
  const end = `"elapsed_time":${elapsed ?? 0},"args":${toPythonJson(args ?? {})}`
  return `{"metadata":${JSON.stringify(metadata)},${results},${end}}`
}
