import { diagnostic, wholeSpan } from '@btn/diagnostics'
import { DatabaseError, type SqlTable } from '@btn/adapter'
import type { Node } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeIfStopped } from './execute-plan.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { findInlineConflict, planInline, type InlineValues } from './plan-inline.ts'
import type { Compiled } from './project.ts'
import { isNamed, planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { printNode } from './terminal/print-node.ts'
import { tableJson, tableText } from './terminal/table.ts'
import { failureEntries } from './terminal/summary-entries.ts'

interface ShowValues extends SelectionValues, InlineValues {
  readonly inlineDirect?: string
  readonly limit?: number
  readonly output?: 'text' | 'json'
}

const DEFAULT_LIMIT = 5

/** `btn show`: runs the SQL of a node, or of an inline query, and prints the first rows. */
export function showRows(call: Call<ShowValues>): Promise<ExitCode> {
  const conflict = findInlineConflict(call.options)
  return withProject(call, { which: 'show', printsData: true, conflict }, async (opened) => {
    const mistake = findMistake(call.options)
    if (mistake) {
      opened.tell([mistake])
      return 2
    }
    if (call.options.inlineDirect !== undefined)
      return showDirect(opened, call.options, call.options.inlineDirect)
    await opened.target.begin()
    const compiled = compile(opened, call.options.inline)
    const plan = compiled && planShow(call, opened, compiled)
    if (!plan) return 1
    const showLimit = call.options.limit ?? DEFAULT_LIMIT
    const executed = await executePlan(opened, compiled, plan, { showLimit })
    const { nodes } = compiled.linked.manifest
    opened.output.tell(...failureEntries(executed.outcome, nodes))
    const shown = [...executed.outcome.shown].map(([id, table]) => ({ node: nodes.get(id), table }))
    // What was selected by another way than by name (`tag:…`) is shown all.
    const named = shown.filter(({ node }) => isNamed(node?.name, call.options.select))
    for (const { node, table } of named.length > 0 ? named : shown) {
      const name = node && node.id !== compiled.linked.inline ? titleOf(node) : undefined
      print(opened, { table, node, name }, call.options.output ?? 'text')
    }
    return exitCodeIfStopped(executed)
  })
}

function titleOf(node: Node): string {
  const isVersioned = node.kind === 'model' && node.version !== undefined
  return isVersioned ? `${node.name}.v${node.version}` : node.name
}

/** The query goes to the database as it is. */
async function showDirect(opened: Opened, values: ShowValues, sql: string): Promise<ExitCode> {
  const { limit = DEFAULT_LIMIT, output = 'text' } = values
  const database = opened.target.use()
  try {
    const connection = await database.connect()
    const { columns, rows } = await connection.query(sql)
    const taken = { columns, rows: limit < 0 ? rows : rows.slice(0, limit) }
    print(opened, { table: taken }, output)
    await connection.close()
    return 0
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const span = wholeSpan({ path: '--inline-direct', text: sql })
    opened.tell([diagnostic('database-error', { problem: error.message }, { span })])
    return 2
  } finally {
    await database.close()
  }
}

function findMistake(options: ShowValues) {
  const { inline, inlineDirect, select, selector } = options
  const isInline = inline !== undefined || inlineDirect !== undefined
  const isNothing = !isInline && select === undefined && selector === undefined
  return isNothing ? diagnostic('selection-missing', { command: 'show' }) : undefined
}

function planShow(call: Call<ShowValues>, opened: Opened, compiled: Compiled) {
  if (call.options.inline !== undefined) return planInline('show', opened, compiled)
  return planOf('show', toSelection(call.options, opened), opened, compiled)
}

interface Shown {
  readonly table: SqlTable
  readonly node?: Pick<Node, 'id'> | undefined
  /** None of the query of the command line. */
  readonly name?: string | undefined
}

function print(opened: Opened, { table, node, name }: Shown, form: 'text' | 'json'): void {
  const text = form === 'json' ? tableJson(table, name) : tableText(table)
  const content = { preview: text }
  printNode(opened, { event: 'ShowNode', name, id: node?.id, form, text, content })
}
