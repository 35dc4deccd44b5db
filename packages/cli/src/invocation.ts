import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Artifact, InvokeEvent, InvokeOptions, InvokeResult } from '../api/index.d.ts'
import type { ExitCode } from './commands/command.ts'
import type { Session } from './session.ts'
import type { Stream } from './terminal/terminal.ts'

/** One call of `invoke`: gathers what the command tells while it runs, and makes the result of it. */
export class Invocation {
  readonly #options: InvokeOptions
  readonly #lines: string[] = []
  readonly #errors: string[] = []
  #refusal = ''
  #id = ''
  #targetPath: string | undefined
  #isCompiled = false

  constructor(options: InvokeOptions) {
    this.#options = options
  }

  toSession(words: readonly string[]): Session {
    const { stdout, stderr, environment, workingDirectory, signal } = this.#options
    return {
      terminal: {
        out: toStream(stdout ?? ((text) => void process.stdout.write(text))),
        err: toStream((text) => {
          this.#refusal += text
          if (stderr) stderr(text)
          else process.stderr.write(text)
        }),
        // Nobody sits at a program.
        ask: () => Promise.resolve(undefined),
      },
      environment: environment ?? process.env,
      workingDirectory: resolve(workingDirectory ?? '.'),
      words,
      startedAt: new Date(),
      caller: {
        signal: signal ?? new AbortController().signal,
        tellEvent: (line) => this.#note(line),
        tellData: (text) => void this.#lines.push(...text.split('\n')),
        tellProject: (id, targetPath) => {
          this.#id = id
          this.#targetPath = targetPath
        },
        tellCompiled: () => {
          this.#isCompiled = true
        },
      },
    }
  }

  finish(exitCode: ExitCode, fault: unknown): InvokeResult {
    const manifest = this.#isCompiled ? this.#openLazily('manifest.json') : undefined
    return {
      success: exitCode === 0,
      exitCode,
      error: exitCode === 2 ? this.#toError(fault) : undefined,
      runResults: this.#readOwn('run_results.json'),
      catalog: this.#readOwn('catalog.json'),
      sources: this.#readOwn('sources.json'),
      lines: this.#lines,
      get manifest() {
        return manifest?.()
      },
    }
  }

  #note(line: string): void {
    const event: InvokeEvent = JSON.parse(line)
    if (event.info.level === 'error') this.#errors.push(event.info.msg)
    this.#options.onEvent?.(event)
  }

  #toError(fault: unknown): Error {
    if (fault instanceof Error) return fault
    const text = this.#errors.join('\n').trim()
    return new Error(text || this.#refusal.trim() || 'The command was stopped.')
  }

  /** Read at once, because the next command may write it anew, but understood only for those who ask. */
  #openLazily(name: string): (() => Artifact) | undefined {
    const path = this.#targetPath && join(this.#targetPath, name)
    if (!path || !existsSync(path)) return undefined
    const bytes = readFileSync(path)
    let artifact: Artifact | undefined
    return () => (artifact ??= JSON.parse(bytes.toString('utf8')))
  }

  /** An artifact of this very command, not of one before. */
  #readOwn<T extends Artifact>(name: string): T | undefined {
    const read = this.#openLazily(name)
    const artifact = read?.()
    // The shape is what btn itself writes.
    return artifact?.metadata['invocation_id'] === this.#id ? (artifact as T) : undefined
  }
}

function toStream(write: (text: string) => void): Stream {
  return { isTty: false, columns: undefined, write }
}
