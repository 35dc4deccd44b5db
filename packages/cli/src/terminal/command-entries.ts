import { createHash } from 'node:crypto'
import { toPythonText, type JsonObject } from '@btn/core'
import type { Project } from '../project.ts'
import { btnVersion, dbtVersion } from '../version.ts'
import { line, type Entry } from './entry.ts'

/** What dbt tells programs of a command before it begins: its arguments, and the adapter. */
export function beginEntries(args: JsonObject, project: Project): readonly Entry[] {
  const shown = Object.entries(args).map(([name, value]) => [name, toPythonText(value)] as const)
  const text = shown.map(([name, value]) => `'${name}': '${value}'`).join(', ')
  const data = { args: Object.fromEntries(shown) }
  const begin = line('MainReportArgs', 'A002', `running with arguments {${text}}`, data)
  const { target } = project
  return [
    { ...begin, level: 'debug', show: 'detail' },
    ...(target ? [adapterEntry(target.credentials.type)] : []),
  ]
}

function adapterEntry(type: string): Entry {
  const data = { adapter_name: type, adapter_version: `=${btnVersion}` }
  const text = `Registered adapter: ${type}=${btnVersion}`
  return { ...line('AdapterRegistered', 'E034', text, data), show: 'structured' }
}

/** What the command line says of variables, as dbt notes it when it reads a project. */
export function varsEntry({ cliVars, target, profileName }: Project): Entry {
  const sorted = Object.entries(cliVars).sort(([a], [b]) => (a < b ? -1 : 1))
  const vars = toPythonText(Object.fromEntries(sorted))
  const profile = profileName ?? ''
  const named = { vars, profile, target: target?.name ?? '', version: dbtVersion }
  const checksum = createHash('sha256').update(Object.values(named).join('\0')).digest('hex')
  const data = { checksum, ...named }
  const text = Object.entries(data).map(([name, value]) => `${name}: ${value}`)
  const entry = line('StateCheckVarsHash', 'I025', text.join(', '), data)
  return { ...entry, level: 'debug', show: 'detail' }
}

interface Ended {
  /** dbt's word for the command. */
  readonly command: string
  readonly startedAt: Date
  readonly isSuccess: boolean
}

/** What dbt tells of a command at its very end. */
export function completedEntry({ command: word, startedAt, isSuccess }: Ended): Entry {
  const now = new Date()
  const elapsed = (now.getTime() - startedAt.getTime()) / 1000
  const command = `btn ${words[word] ?? word}`
  const completed_at = now.toISOString().replace('Z', '000Z')
  const outcome = isSuccess ? 'succeeded' : 'failed'
  const text = `Command \`${command}\` ${outcome} at ${completed_at.slice(11, -1)} after ${elapsed.toFixed(2)} seconds`
  const data = { command, completed_at, elapsed, success: isSuccess }
  return { ...line('CommandCompleted', 'Q039', text, data), level: 'debug', show: 'detail' }
}

const words: Readonly<Record<string, string>> = {
  freshness: 'source freshness',
  generate: 'docs generate',
}
