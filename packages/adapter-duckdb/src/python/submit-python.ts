import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { DatabaseError, PythonError, type PythonJob } from '@btn/adapter'
import type { DuckdbConnection } from '../connection.ts'
import type { DuckdbProfile } from '../profile/profile.ts'
import { findPython } from './find-python.ts'
import { JobFiles, type MadeTable } from './job.ts'
import { RUNNER } from './runner.ts'

/** What the other process asks; exactly one of these is there. */
interface Question {
  readonly load?: string
  readonly made?: MadeTable
  readonly done?: true
  readonly failed?: PythonFailure
}

interface PythonFailure {
  readonly text: string
  readonly line: number | null
  readonly missing: string | null
}

/** Runs a Python model in the user's Python, and makes the tables that it made there. */
export async function submitPython(
  connection: DuckdbConnection,
  profile: DuckdbProfile,
  job: PythonJob,
): Promise<void> {
  const python = findPython(process.env)
  if (python === undefined) throw new PythonError({ kind: 'no-python' })
  const files = await JobFiles.open(connection, profile)
  try {
    await new PythonProcess(python, files, connection).run(job, profile)
    await files.keep(job)
  } finally {
    await files.close()
  }
}

class PythonProcess {
  readonly #python: string
  readonly #files: JobFiles
  readonly #connection: DuckdbConnection
  #failure: PythonFailure | undefined
  #fault: unknown
  #isDone = false

  constructor(python: string, files: JobFiles, connection: DuckdbConnection) {
    this.#python = python
    this.#files = files
    this.#connection = connection
  }

  async run(job: PythonJob, profile: DuckdbProfile): Promise<void> {
    const child = this.#start(job, profile)
    // A process that is gone reads no answers.
    child.stdin?.on('error', () => undefined)
    let isCancelled = false
    const cancel = (): void => {
      isCancelled = true
      child.kill('SIGKILL')
    }
    const release = this.#connection.onInterrupt(cancel)
    try {
      await this.#converse(child, job)
    } finally {
      release()
    }
    if (isCancelled) throw new DatabaseError('the Python model was cancelled', { isInterrupt: true })
    if (this.#fault !== undefined) throw this.#fault
    if (this.#failure) throw toError(this.#python, this.#failure)
    if (!this.#isDone) throw new PythonError({ kind: 'ended', python: this.#python })
  }

  #start(job: PythonJob, profile: DuckdbProfile): ChildProcess {
    const settings = profile.settings.flatMap((step) => step.alternatives[0] ?? [])
    const own = this.#files.setup()
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

  async #converse(child: ChildProcess, job: PythonJob): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      child.once('error', () => {
        this.#fault = new PythonError({ kind: 'not-started', python: this.#python })
        resolve()
      })
      child.once('close', () => resolve())
    })
    const questions = child.stdio[3] as Readable | undefined
    const talk = questions ? this.#answer(child, questions, job) : Promise.resolve()
    const outputs = [child.stdout, child.stderr].map(async (stream) => {
      if (!stream) return
      for await (const line of createInterface({ input: stream })) job.onOutput(line)
    })
    await Promise.all([ended, talk, ...outputs])
  }

  async #answer(child: ChildProcess, questions: Readable, job: PythonJob): Promise<void> {
    for await (const line of createInterface({ input: questions })) {
      try {
        const statements = await this.#statementsFor(JSON.parse(line), job)
        child.stdin?.write(`${JSON.stringify({ statements })}\n`)
      } catch (error) {
        this.#fault ??= error
        child.kill('SIGKILL')
      }
    }
  }

  /** What the other side shall do next. */
  async #statementsFor(question: Question, { names }: PythonJob): Promise<readonly string[]> {
    if (question.failed) this.#failure = question.failed
    if (question.done) this.#isDone = true
    if (question.made) return this.#files.receive(question.made)
    const { load } = question
    if (load === undefined) return []
    try {
      return await this.#files.send(load)
    } catch (error) {
      // A name that only stands in the text may mean something else.
      if (names.includes(load) && error instanceof DatabaseError && !error.isInterrupt) return []
      throw error
    }
  }
}

function toError(python: string, { text, line, missing }: PythonFailure): PythonError {
  return missing === null
    ? new PythonError({ kind: 'failed', text, line: line ?? undefined })
    : new PythonError({ kind: 'no-module', python, module: missing, text, line: line ?? undefined })
}
