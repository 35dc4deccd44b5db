import { diagnostic } from '@btn/diagnostics'
import type { SqlTable } from '@btn/adapter'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeIfStopped } from './execute-plan.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { planInline, type InlineValues } from './plan-inline.ts'
import type { Compiled } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { line } from './terminal/entry.ts'
import { printData } from './terminal/print-data.ts'
import { tableJson, tableText } from './terminal/table.ts'
import { failureEntries } from './terminal/summary-entries.ts'

interface ShowValues extends SelectionValues, InlineValues {
  readonly limit?: number
  readonly output?: 'text' | 'json'
}

const DEFAULT_LIMIT = 5

/** `btn show`: runs the SQL of a node, or of an inline query, and prints the first rows. */
export function showRows(call: Call<ShowValues>): Promise<ExitCode> {
  return withProject(call, { which: 'show', printsData: true }, async (opened) => {
    const mistake = findMistake(call.options)
    if (mistake) {
      opened.tell([mistake])
      return 2
    }
    const compiled = compile(opened, call.options.inline)
    const plan = compiled && planShow(call, opened, compiled)
    if (!plan) return 1
    const showLimit = call.options.limit ?? DEFAULT_LIMIT
    const executed = await executePlan(opened, compiled, plan, { showLimit })
    const { nodes } = compiled.linked.manifest
    opened.output.tell(...failureEntries(executed.outcome, nodes))
    for (const [id, table] of executed.outcome.shown) {
      const name = id === compiled.linked.inline ? undefined : nodes.get(id)?.name
      print(opened, table, name, call.options.output ?? 'text')
    }
    return exitCodeIfStopped(executed)
  })
}

function findMistake({ inline, select, selector }: ShowValues) {
  if (inline !== undefined && select !== undefined) {
    return diagnostic('options-conflict', { first: '--inline', second: '--select' })
  }
  const isNothing = inline === undefined && select === undefined && selector === undefined
  return isNothing ? diagnostic('selection-missing', { command: 'show' }) : undefined
}

function planShow(call: Call<ShowValues>, opened: Opened, compiled: Compiled) {
  if (call.options.inline !== undefined) return planInline('show', opened, compiled)
  return planOf('show', toSelection(call.options, opened), opened, compiled)
}

function print(
  opened: Opened,
  table: SqlTable,
  name: string | undefined,
  form: 'text' | 'json',
): void {
  if (form === 'json') {
    printData(opened, tableJson(table, name))
    return
  }
  const title = name === undefined ? 'Previewing inline node:' : `Previewing node '${name}':`
  if (!opened.output.isQuiet)
    opened.output.tell({ ...line('ShowNode', 'Q041', title), isContinued: true })
  printData(opened, tableText(table))
}
