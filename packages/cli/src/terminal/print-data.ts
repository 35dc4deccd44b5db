import type { Opened } from '../open-project.ts'
import { jsonLine } from './format-entry.ts'

/** Prints what the command was asked for: as it is, also when quiet; in JSON as dbt's event of a print. */
export function printData({ call, output, invocationId }: Opened, text: string): void {
  const { terminal, caller } = call.session
  const { out } = terminal
  caller?.tellData(text)
  if (!output.isJson) {
    out.write(`${text}\n`)
    return
  }
  const entry = { name: 'PrintEvent', code: 'Z052', level: 'info', text: () => text } as const
  out.write(jsonLine(entry, { invocationId, now: new Date() }))
}

/** Prints a value that nothing else shall learn of: no log, no program that listens. */
export function printSecret({ call }: Opened, text: string): void {
  call.session.terminal.out.write(`${text}\n`)
}
