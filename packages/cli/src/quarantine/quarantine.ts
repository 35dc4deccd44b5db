import type { Connection, Database, Relation } from '@btn/adapter'
import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import type { LoadedSource } from '@btn/core'
import { findQuarantine, loadedSources } from '@btn/core/run'
import type { Call, ExitCode } from '../commands/command.ts'
import { quarantineWords } from '../commands/quarantine.ts'
import { compile, withProject, type Opened } from '../open-project.ts'
import type { Compiled } from '../project.ts'
import type { TableForm } from '../terminal/print-table.ts'
import { withDatabase } from '../with-database.ts'
import { listQuarantine } from './list.ts'
import { mendRows } from './mend.ts'
import { replayTable } from './replay.ts'
import { showRejected } from './show.ts'

export interface QuarantineValues {
  readonly reason?: readonly string[]
  readonly where?: string
  readonly all?: boolean
  readonly limit?: number
  readonly output?: TableForm
  readonly set?: readonly string[]
  readonly text?: string
}

/** What the commands of the quarantine work with. */
export interface QuarantineWork {
  readonly opened: Opened
  readonly compiled: Compiled
  readonly values: QuarantineValues
  readonly database: Database
  readonly connection: Connection
}

/** A source with the table where its rejected rows are; undefined as long as none was rejected. */
export interface Quarantined {
  readonly source: LoadedSource
  readonly table: Relation | undefined
}

/** `btn quarantine`: rows that loads have rejected. */
export function workOnQuarantine(call: Call<QuarantineValues>): Promise<ExitCode> {
  const isWriter = call.argument === 'replay' || call.argument === 'mend'
  return withProject(call, { which: 'quarantine', printsData: !isWriter }, async (opened) => {
    const word = findWord(call)
    const compiled = compile(opened)
    if (!compiled) return 1
    const sources = loadedSources(compiled.linked.manifest)
    const source = word === 'list' ? undefined : findSource(sources, call.operand ?? '')
    return withDatabase(opened, { isReadOnly: !isWriter }, async (database) => {
      const connection = await database.connect()
      const work = { opened, compiled, values: call.options, database, connection }
      if (!source) return listQuarantine(work, sources)
      const table = await findQuarantine(database, connection, source)
      if (word === 'show') return showRejected(work, { source, table })
      requireValues(source)
      if (word === 'mend') return mendRows(work, { source, table })
      return replayTable(work, { source, table })
    })
  })
}

function findWord({ argument, operand }: Call): (typeof quarantineWords)[number] {
  const word = quarantineWords.find((it) => it === argument)
  const refuse = (what: string): never => {
    const params = { command: 'quarantine', argument: what }
    throw new DiagnosticError(diagnostic('missing-argument', params))
  }
  if (argument === undefined) return refuse(`what to do: ${quarantineWords.join(', ')}`)
  if (!word) {
    const params = {
      option: 'btn quarantine',
      value: argument,
      expected: 'list, show, mend or replay',
    }
    throw new DiagnosticError(diagnostic('invalid-option-value', params))
  }
  if (word === 'list' && operand !== undefined) {
    const params = { argument: operand, command: 'quarantine list' }
    throw new DiagnosticError(diagnostic('unexpected-argument', params))
  }
  if (word !== 'list' && operand === undefined)
    return refuse(`a table, as in: btn quarantine ${word} raw.events`)
  return word
}

/** What a policy took out of a row cannot be judged any more. */
function requireValues(source: LoadedSource): void {
  const { personal, quarantine } = source.load
  if (quarantine.keepsRaw || Object.values(personal).every(({ policy }) => policy === 'none'))
    return
  throw new DiagnosticError(diagnostic('quarantine-personal', { name: nameOf(source) }))
}

export const nameOf = ({ sourceName, name }: LoadedSource): string => `${sourceName}.${name}`

/** By `raw.events`, also with `source:` before it, or by its name where only one is called so. */
function findSource(sources: readonly LoadedSource[], given: string): LoadedSource {
  const word = given.replace(/^source:/, '')
  const known = sources.map(nameOf)
  const full = sources.find((it) => nameOf(it) === word)
  const short = sources.filter((it) => it.name === word)
  const found = full ?? (short.length === 1 ? short[0] : undefined)
  if (!found) {
    const params = { name: word, nearest: findNearest(word, known), known }
    throw new DiagnosticError(diagnostic('quarantine-table-unknown', params))
  }
  if (!found.load.quarantine.hasTable)
    throw new DiagnosticError(diagnostic('quarantine-not-kept', { name: nameOf(found) }))
  return found
}
