import type { JsonObject } from '@btn/core'
import type { GlobalValues } from '../options/global.ts'
import { createScrub, readMetadataEnv } from '../project.ts'
import type { Session } from '../session.ts'
import { jsonLine } from './format-entry.ts'
import { Output, type OutputSettings } from './output.ts'
import { createPainter, hasColors } from './paint.ts'

/** The flags that say how things are told; the same names in options and, in snake_case, in the project's `flags:`. */
export type OutputWish = Pick<
  GlobalValues,
  'debug' | 'logFormat' | 'logLevel' | 'print' | 'printerWidth' | 'quiet' | 'useColors'
>

interface Telling {
  readonly session: Session
  readonly invocationId: string
  /** Commands that print data tell the rest on the other stream, so that a pipe gets the data alone. */
  readonly printsData: boolean
  /** With what a .env file adds, once that is known. */
  readonly environment?: Session['environment']
  /** Of the command line. */
  readonly vars?: JsonObject
}

export function createOutput(wish: OutputWish, telling: Telling): Output {
  const { out, err } = telling.session.terminal
  const { environment = telling.session.environment } = telling
  const extra = readMetadataEnv(environment)
  const scrub = createScrub(environment, telling.vars)
  const { invocationId, session } = telling
  const output = new Output({
    // Programs read everything from one stream, as dbt writes it.
    stream: telling.printsData && wish.logFormat !== 'json' ? err : out,
    settings: outputSettings(wish, telling),
    invocationId,
    now: () => new Date(),
    extra,
    scrub,
  })
  const { caller } = session
  if (caller) {
    output.addListener((entry) =>
      caller.tellEvent(scrub(jsonLine(entry, { invocationId, now: new Date(), extra }))),
    )
  }
  return output
}

export function outputSettings(wish: OutputWish, { session, printsData }: Telling): OutputSettings {
  const { out, err } = session.terminal
  const { isTty } = printsData ? err : out
  const { environment } = session
  return {
    format: wish.logFormat ?? 'default',
    level: wish.debug ? 'debug' : (wish.logLevel ?? 'info'),
    isQuiet: wish.quiet ?? false,
    showsPrints: wish.print ?? true,
    printerWidth: wish.printerWidth ?? 80,
    paint: createPainter(hasColors({ wanted: wish.useColors, isTty, environment })),
  }
}
