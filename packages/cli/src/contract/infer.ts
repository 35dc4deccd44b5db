import { basename, resolve } from 'node:path'
import { DatabaseError, type Connection, type Dialect } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Call, ExitCode } from '../commands/command.ts'
import { withProject } from '../open-project.ts'
import { printData } from '../terminal/print-data.ts'
import { withDatabase } from '../with-database.ts'
import { readFacts } from './read-facts.ts'
import { writeContract } from './write-contract.ts'

interface InferValues {
  readonly table?: string
}

/** `btn contract infer`: the YAML of a source that loads files, as a first draft. */
export function inferContract(call: Call<InferValues>): Promise<ExitCode> {
  return withProject(call, { which: 'contract', printsData: true }, (opened) => {
    const { argument, operand } = call
    if (argument !== 'infer' || operand === undefined) {
      const params = {
        command: 'contract',
        argument: 'a file, as in: btn contract infer data/x.csv',
      }
      throw new DiagnosticError(diagnostic('missing-argument', params))
    }
    const { adapter, project } = opened
    if (!adapter) throw new Error('a contract was wanted without an adapter')
    const isRemote = /^[a-z][a-z0-9+.-]+:\/\//i.test(operand)
    const path = isRemote ? operand : resolve(call.session.workingDirectory, operand)
    const files = { patterns: [path], options: {}, root: project.root }
    return withDatabase(opened, { isReadOnly: true }, async (database): Promise<ExitCode> => {
      const found = await database.loader.find(files)
      const connection: Connection = await database.connect()
      const dialect: Dialect = adapter.dialect
      const facts = await readFacts(connection, dialect, { path, shown: found[0] ?? path }).catch(
        (error: unknown) => {
          if (!(error instanceof DatabaseError)) throw error
          const params = { path: operand, problem: error.message.split('\n')[0] ?? '' }
          throw new DiagnosticError(diagnostic('load-file-unreadable', params), { cause: error })
        },
      )
      const from = isRemote ? operand : toRelative(path, project.root)
      printData(opened, writeContract(facts, { from, ...nameOf(call.options.table, operand) }))
      return 0
    })
  })
}

function toRelative(path: string, root: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
}

/** `raw.events` as it is said; else `raw`, and the name of the file without what tells several apart. */
function nameOf(table: string | undefined, path: string) {
  const file = basename(path)
    .replace(/\..*$/, '')
    .replaceAll(/[*?[\]{}]/g, '')
  const plain = file
    .replaceAll(/\W+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toLowerCase()
  const [first = '', second] = (table ?? (plain || 'events')).split('.')
  return second === undefined ? { source: 'raw', table: first } : { source: first, table: second }
}
