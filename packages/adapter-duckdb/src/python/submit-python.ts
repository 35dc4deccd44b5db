import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { DatabaseError, PythonError, type PythonJob } from '@btn/adapter'
import type { DuckdbConnection } from '../connection.ts'
import type { DuckdbProfile } from '../profile/profile.ts'
import { findPythons } from './find-python.ts'
import { JobFiles, type MadeTable } from './job.ts'
import { RUNNER } from './runner.ts'

/** What the other process asks; exactly one of these is there. */
interface Question {
  readonly load?: string
  /** The name may mean no relation at all. */
  readonly optional?: boolean
  readonly made?: MadeTable
  readonly done?: true
  readonly failed?: PythonFailure
}

interface PythonFailure {
  readonly text: string
  readonly line: number | null
  readonly missing: string | null
}

export interface Submission {
  readonly connection: DuckdbConnection
  readonly profile: DuckdbProfile
  readonly job: PythonJob
}

/** A Python that has run a model before. */
let proven: string | undefined

/** Runs a Python model in the user's Python, and makes the tables that it made there. */
export async function submitPython(submission: Submission): Promise<void> {
  const pythons = proven === undefined ? findPythons(process.env) : [proven]
  let first: unknown = new PythonError({ kind: 'no-python' })
  for (const [index, python] of pythons.entries()) {
    try {
      await submitTo(python, submission)
      proven = python
      return
    } catch (error) {
      if (!lacksDuckdb(error)) throw error
      if (index === 0) first = error
    }
  }
  throw first
}

/** Then another Python may have it; nothing was done yet. */
function lacksDuckdb(error: unknown): boolean {
  return (
    error instanceof PythonError &&
    error.problem.kind === 'no-module' &&
    error.problem.module === 'duckdb'
  )
}

async function submitTo(python: string, submission: Submission): Promise<void> {
  const { connection, profile, job } = submission
  const files = await JobFiles.open(connection, profile)
  try {
    await new PythonProcess(python, files, submission).run()
    await files.keep(job)
  } finally {
    await files.close()
  }
}

class PythonProcess {
  readonly #python: string
  readonly #files: JobFiles
  readonly #submission: Submission
  #failure: PythonFailure | undefined
  #fault: unknown
  #isDone = false

  constructor(python: string, files: JobFiles, submission: Submission) {
    this.#python = python
    this.#files = files
    this.#submission = submission
  }

  async run(): Promise<void> {
    const child = this.#start()
    // A process that is gone reads no answers.
    child.stdin?.on('error', () => undefined)
    let isCancelled = false
    const cancel = (): void => {
      isCancelled = true
      child.kill('SIGKILL')
    }
    const release = this.#submission.connection.onInterrupt(cancel)
    try {
      await this.#converse(child)
    } finally {
      release()
    }
    if (isCancelled)
      throw new DatabaseError('the Python model was cancelled', { isInterrupt: true })
    if (this.#fault !== undefined) throw this.#fault
    if (this.#failure) throw toError(this.#python, this.#failure)
    if (!this.#isDone) throw new PythonError({ kind: 'ended', python: this.#python })
  }

  #start(): ChildProcess {
    const { job, profile } = this.#submission
    const settings = profile.settings.flatMap((step) => step.alternatives[0] ?? [])
    const own = this.#files.setup(job.place)
    const description = {
      path: job.path,
      name: job.name,
      text: job.text,
      names: job.names,
      modulePaths: profile.modulePaths,
      extensions: profile.setup.flatMap((step) =>
        step.isShared ? (step.alternatives[0] ?? []) : [],
      ),
      setup: [...settings, ...own],
      cursorSetup: [...settings, ...own.slice(-1)],
    }
    const child = spawn(this.#python, ['-c', RUNNER], {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf-8' },
    })
    child.stdin?.write(`${JSON.stringify(description)}\n`)
    return child
  }

  async #converse(child: ChildProcess): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      child.once('error', () => {
        this.#fault = new PythonError({ kind: 'not-started', python: this.#python })
        resolve()
      })
      child.once('close', () => resolve())
    })
    const questions = child.stdio[3] as Readable | undefined
    const talk = questions ? this.#answer(child, questions) : Promise.resolve()
    const outputs = [child.stdout, child.stderr].map(async (stream) => {
      if (!stream) return
      for await (const line of createInterface({ input: stream }))
        this.#submission.job.onOutput(line)
    })
    await Promise.all([ended, talk, ...outputs])
  }

  async #answer(child: ChildProcess, questions: Readable): Promise<void> {
    for await (const line of createInterface({ input: questions })) {
      try {
        const statements = await this.#statementsFor(JSON.parse(line))
        child.stdin?.write(`${JSON.stringify({ statements })}\n`)
      } catch (error) {
        this.#fault ??= error
        child.kill('SIGKILL')
      }
    }
  }

  /** What the other side shall do next. */
  async #statementsFor(question: Question): Promise<readonly string[]> {
    if (question.failed) this.#failure = question.failed
    if (question.done) this.#isDone = true
    if (question.made) return this.#files.receive(question.made)
    const { load } = question
    if (load === undefined) return []
    try {
      return await this.#files.send(load)
    } catch (error) {
      if (question.optional && error instanceof DatabaseError && !error.isInterrupt) return []
      throw error
    }
  }
}

function toError(python: string, { text, line, missing }: PythonFailure): PythonError {
  return missing === null
    ? new PythonError({ kind: 'failed', text, line: line ?? undefined })
    : new PythonError({ kind: 'no-module', python, module: missing, text, line: line ?? undefined })
}
