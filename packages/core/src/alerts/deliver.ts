import type { Host } from '../host.ts'
import type { AlertSpec, JsonObject } from '../types/index.ts'
import { SinkError, type AlertWorld } from './alert-world.ts'
import { fillTemplate } from './fill-template.ts'

export interface Delivery {
  readonly host: Host
  readonly world: AlertWorld
  /** A path of the project's as an absolute one. */
  readonly absolute: (path: string) => string
  /** Prints a line. */
  readonly print: (text: string) => void
  /** Writes a JSON file with all that is open. */
  readonly writeDocument: (spec: AlertSpec) => Promise<void>
}

const FIRST_PAUSE_MS = 200

/** Tells one of those who listen; gives what went wrong, if anything did. */
export async function deliver(
  spec: AlertSpec,
  message: JsonObject,
  delivery: Delivery,
): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      await send(spec, message, delivery)
      return undefined
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const isFinal = error instanceof SinkError && error.isFinal
      if (isFinal || attempt >= spec.retries) return error.message
      await delivery.world.pause(FIRST_PAUSE_MS * 2 ** attempt)
    }
  }
}

async function send(
  spec: AlertSpec,
  message: JsonObject,
  { host, world, absolute, print, writeDocument }: Delivery,
): Promise<void> {
  const { sink } = spec
  switch (sink.kind) {
    case 'stdout':
      return print(`ALERT ${text(message, 'state')} ${text(message, 'message')}`)
    case 'file':
      if (sink.path.endsWith('.json')) return writeDocument(spec)
      return host.appendText(
        absolute(String(fillTemplate(sink.path, message))),
        `${JSON.stringify(fillTemplate(sink.alert ?? '{all}', { ...message, all: message }))}\n`,
      )
    case 'webhook': {
      const body = JSON.stringify(
        sink.body === undefined ? message : fillTemplate(sink.body, message),
      )
      return world.post({ url: sink.url, headers: sink.headers, body })
    }
    case 'command': {
      const names = ['alert', 'state', 'source', 'severity', 'message', 'date'] as const
      const environment = Object.fromEntries(
        names.map((name) => [`BTN_ALERT_${name.toUpperCase()}`, text(message, name)]),
      )
      return world.run(sink.words, { input: `${JSON.stringify(message)}\n`, environment })
    }
  }
}

function text(message: JsonObject, key: string): string {
  const value = message[key]
  return typeof value === 'string' ? value : ''
}
