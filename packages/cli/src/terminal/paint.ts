import { Chalk, type ChalkInstance } from 'chalk'
import type { Paint } from '@btn/diagnostics'

/** The colours of btn's output. With colours off every one of them is the identity. */
export interface Painter extends Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly dim: (text: string) => string
  readonly strong: (text: string) => string
}

export function createPainter(hasColors: boolean): Painter {
  const chalk: ChalkInstance = new Chalk({ level: hasColors ? 1 : 0 })
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    place: chalk.cyan,
    gutter: chalk.dim,
    hint: chalk.cyan.bold,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    dim: chalk.dim,
    strong: chalk.bold,
  }
}

export const plain: Painter = createPainter(false)

export interface ColorWish {
  /** `--use-colors` or `--no-use-colors`, or their variable or setting; undefined when nothing was said. */
  readonly wanted: boolean | undefined
  readonly isTty: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What was said wins; then NO_COLOR and FORCE_COLOR (no-color.org, force-color.org); then whether a person is looking. */
export function hasColors({ wanted, isTty, environment }: ColorWish): boolean {
  if (wanted !== undefined) return wanted
  if (environment['NO_COLOR']) return false
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTty && environment['TERM'] !== 'dumb'
}
