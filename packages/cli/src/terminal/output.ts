import type { JsonObject } from '@btn/core'
import type { Entry, Level, Style } from './entry.ts'
import { debugLine, isAtLeast, jsonLine, textLine } from './format-entry.ts'
import type { LiveRegion } from './live-region.ts'
import type { Painter } from './paint.ts'
import type { Stream } from './terminal.ts'

export interface OutputSettings {
  readonly format: 'text' | 'debug' | 'json' | 'default'
  readonly level: Level | 'none'
  readonly isQuiet: boolean
  readonly showsPrints: boolean
  readonly printerWidth: number
  readonly paint: Painter
}

/** A second reader of everything that is told: the log file. */
export type Listener = (entry: Entry) => void

interface Parts {
  readonly stream: Stream
  readonly settings: OutputSettings
  readonly invocationId: string
  readonly now: () => Date
  /** What every line of JSON has in `extra`. */
  readonly extra?: JsonObject
  /** Replaces secrets in whatever is written. */
  readonly scrub: (text: string) => string
}

// Time and the two spaces after it, and what usually stands in the brackets: ` [OK, 300 rows in 0.12s]`.
const PREFIX_WIDTH = 10
const STATUS_WIDTH = 26
// Below this, lines are told in their shortest form, and without the time.
const COMFORTABLE_WIDTH = 60
const SMALLEST_WIDTH = 14

/** Where a command tells what happens. Text for people or JSON for programs, by its settings. */
export class Output {
  readonly #parts: Parts
  readonly #listeners: Listener[] = []
  #region: LiveRegion | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** From now on this reader is told, too. */
  addListener(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** From now on lines scroll above this region; undefined when it is closed. */
  setRegion(region: LiveRegion | undefined): void {
    this.#region = region
  }

  tell(...entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (const listener of this.#listeners) listener(entry)
      if (this.#isShown(entry)) this.#write(this.#parts.scrub(this.#format(entry)))
    }
  }

  get isQuiet(): boolean {
    return this.#parts.settings.isQuiet
  }

  get paint(): Painter {
    return this.#parts.settings.paint
  }

  /** True when this is the stream that lines are told on. */
  isOn(stream: Stream): boolean {
    return this.#parts.stream === stream
  }

  get isJson(): boolean {
    return this.#parts.settings.format === 'json'
  }

  #isShown({ show, level, name }: Entry): boolean {
    const { settings } = this.#parts
    if (show === 'always') return name !== 'PrintEvent' || settings.showsPrints
    const weight = show === 'trouble' && !this.isJson ? 'error' : level
    if (settings.isQuiet) return weight === 'error'
    if (!isAtLeast(weight, settings.level)) return false
    if (show === 'plain') return !this.isJson
    if (this.isJson) return true
    return show === 'detail' ? settings.level === 'debug' : show !== 'structured'
  }

  #format(entry: Entry): string {
    const { settings, invocationId, now, extra = {} } = this.#parts
    if (settings.format === 'json') return jsonLine(entry, { invocationId, now: now(), extra })
    if (entry.show === 'always') return `${entry.text(this.#style())}\n`
    if (settings.format === 'debug') return debugLine(entry, this.#style(), now())
    return textLine(entry, this.#style(), now())
  }

  #style(): Style {
    const { settings, stream } = this.#parts
    const room = (stream.columns ?? Infinity) - PREFIX_WIDTH - STATUS_WIDTH
    const isNarrow = room < Math.min(COMFORTABLE_WIDTH, settings.printerWidth)
    const space = isNarrow ? room + PREFIX_WIDTH : room
    const width = Math.max(SMALLEST_WIDTH, Math.min(settings.printerWidth, space))
    return { paint: settings.paint, width, isNarrow }
  }

  #write(text: string): void {
    if (this.#region) this.#region.writeAbove(text)
    else this.#parts.stream.write(text)
  }
}
