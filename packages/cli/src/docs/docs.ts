import { diagnostic, renderText } from '@btn/diagnostics'
import type { SelectionValues } from '../select-nodes.ts'
import type { Call, ExitCode } from '../commands/command.ts'
import { docsWords } from '../commands/docs.ts'
import { generateDocs } from './generate-docs.ts'
import { makeSite } from './make-site.ts'
import { serveDocs } from './serve-docs.ts'

export interface DocsValues extends SelectionValues {
  readonly compile?: boolean
  readonly emptyCatalog?: boolean
  readonly static?: boolean
  readonly output?: string
  readonly host?: string
  readonly port?: number
  readonly browser?: boolean
}

/** `btn docs`: the site of a project. */
export async function workOnDocs(call: Call<DocsValues>): Promise<ExitCode> {
  const word = docsWords.find((it) => it === call.argument)
  if (word === 'generate') return generateDocs(call)
  if (word === 'serve') return serveDocs(call)
  if (word === 'site') return makeSite(call)
  const { argument } = call
  const told =
    argument === undefined
      ? diagnostic('missing-argument', {
          command: 'docs',
          argument: `what to do: ${docsWords.join(', ')}`,
        })
      : diagnostic('invalid-option-value', {
          option: 'btn docs',
          value: argument,
          expected: 'generate, serve or site',
        })
  call.session.terminal.err.write(`${renderText(told)}\n`)
  return 2
}
