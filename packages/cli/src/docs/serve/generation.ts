import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** This file runs bundled, as CommonJS, in the package's `dist`. */
declare const __dirname: string

export interface Generated {
  readonly isMade: boolean
  /** What the command had to say, without colours. */
  readonly text: string
  readonly seconds: number
}

export interface GenerationOptions {
  /** The words after `btn`. */
  readonly words: readonly string[]
  readonly folder: string
  readonly onEnd: (generated: Generated) => void
}

/**
 * Makes the site by a btn of its own: a mistake of the project, a locked database or a crash leave the server as it is. Wishes that come
 * while one is at work are one more at its end.
 */
export class Generation {
  readonly #options: GenerationOptions
  #child: ChildProcess | undefined
  #isWanted = false
  #isClosed = false

  constructor(options: GenerationOptions) {
    this.#options = options
  }

  get isBusy(): boolean {
    return this.#child !== undefined
  }

  want(): void {
    if (this.#isClosed) return
    if (this.#child) this.#isWanted = true
    else this.#start()
  }

  close(): void {
    this.#isClosed = true
    this.#child?.kill('SIGTERM')
  }

  #start(): void {
    this.#isWanted = false
    const startedAt = performance.now()
    const btn = join(__dirname, '..', 'bin', 'btn.js')
    const child = spawn(process.execPath, [btn, ...this.#options.words], {
      cwd: this.#options.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    child.on('error', (error) => (text += error.message))
    child.on('close', (code) => {
      this.#child = undefined
      if (this.#isClosed) return
      const seconds = (performance.now() - startedAt) / 1000
      // 1: the catalogue lacks something; the site is there.
      this.#options.onEnd({ isMade: code === 0 || code === 1, text: withoutTimes(text), seconds })
      if (this.#isWanted) this.#start()
    })
  }
}

/** The line that tells it has a time of its own. */
function withoutTimes(text: string): string {
  return text.replace(/^\d\d:\d\d:\d\d {2}/gm, '').trim()
}

/** Words that only the server understands, with how many more belong to each. */
const own: Readonly<Record<string, number>> = {
  '--port': 1,
  '--host': 1,
  '--browser': 0,
  '--no-browser': 0,
}

/** The command line that makes the site which `docs serve …` shows. */
export function generateWords(words: readonly string[], isOfFolder: boolean): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [name = ''] = word.split('=')
    const more = own[name]
    if (more === undefined) kept.push(word)
    else if (name === word) at += more
  }
  const at = kept.indexOf('serve')
  kept[at] = isOfFolder ? 'site' : 'generate'
  return [...kept, '--quiet', '--no-use-colors']
}
