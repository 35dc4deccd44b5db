import type { JsonObject } from '@btn/core'
import type { Opened } from '../open-project.ts'
import { line } from './entry.ts'
import { printData } from './print-data.ts'

/** What `compile` and `show` print of a node, or of the query of the command line, which has no name. */
interface Printed {
  readonly event: 'CompiledNode' | 'ShowNode'
  readonly name: string | undefined
  readonly id: string | undefined
  readonly form: 'text' | 'json'
  /** The text that is printed. */
  readonly text: string
  /** What of it is the SQL, or the rows: under the key that dbt's event has for it. */
  readonly content: JsonObject
}

/** What dbt calls a query that goes to the database as it is: no node has it. */
const DIRECT = 'direct-query'

const kinds = {
  CompiledNode: { code: 'Q042', word: 'Compiled', verb: ' is' },
  ShowNode: { code: 'Q041', word: 'Previewing', verb: '' },
} as const

/** People get the text under a title, and the text alone where it is data; programs get dbt's event with all of it. */
export function printNode(opened: Opened, printed: Printed): void {
  const { output } = opened
  const { event, name, id, form, text } = printed
  const { code, word, verb } = kinds[event]
  const title =
    name === undefined ? `${word} inline node${verb}:` : `${word} node '${name}'${verb}:`
  const data: JsonObject = {
    ...printed.content,
    is_inline: name === undefined,
    node_name: name ?? (id === undefined ? DIRECT : 'inline_query'),
    output_format: form,
    quiet: output.isQuiet,
    unique_id: id ?? DIRECT,
  }
  const isPlain = form === 'json' || output.isQuiet
  const entry = {
    ...line(event, code, title, data),
    message: isPlain ? text : `${title}\n${text}`,
    isContinued: true,
  } as const
  if (output.isJson) output.tell({ ...entry, show: 'always' })
  else {
    output.tell(isPlain ? { ...entry, show: 'structured' } : entry)
    printData(opened, text)
  }
}
