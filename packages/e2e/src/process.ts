import { spawn, type ChildProcess } from 'node:child_process'
import { binary, type Workspace } from './workspace.ts'

/** A btn that runs, its own process, so that signals reach it and nothing else. */
export interface Running {
  readonly child: ChildProcess
  readonly pid: number
  /** Both streams so far. */
  output(): string
  /** Resolves when the output has this text; rejects when btn ends before. */
  untilPrinted(text: string): Promise<void>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

export function startBtn(words: readonly string[], { folder, environment }: Workspace): Running {
  const child = spawn(process.execPath, [binary, ...words], { cwd: folder, env: environment })
  const { pid } = child
  if (pid === undefined) throw new Error('btn could not be started')
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? 0)),
  )
  const untilPrinted = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (printed.includes(text)) resolve()
      }
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`btn ended before it printed "${text}":\n${printed}`)))
      look()
    })
  return { child, pid, output: () => printed, untilPrinted, ended }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Mulberry32: the same moments in every run. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
