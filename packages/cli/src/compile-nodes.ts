import { diagnostic } from '@btn/diagnostics'
import type { NodeId } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeIfStopped } from './execute-plan.ts'
import { planInline, type InlineValues } from './plan-inline.ts'
import { compile, withProject } from './open-project.ts'
import type { RunOutcome } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { printData } from './terminal/print-data.ts'
import { failureEntries } from './terminal/summary-entries.ts'

interface CompileValues extends SelectionValues, InlineValues {
  readonly output?: 'text' | 'json'
}

/** `btn compile`: SQL into target/compiled; printed, too, for one node or an inline query. */
export function compileNodes(call: Call<CompileValues>): Promise<ExitCode> {
  return withProject(call, { which: 'compile', printsData: true }, async (opened) => {
    const { inline, select } = call.options
    if (inline !== undefined && select !== undefined) {
      opened.tell([diagnostic('options-conflict', { first: '--inline', second: '--select' })])
      return 2
    }
    const compiled = compile(opened, inline)
    if (!compiled) return 1
    const plan =
      inline === undefined
        ? planOf('compile', toSelection(call.options, opened), opened, compiled)
        : planInline('compile', opened, compiled)
    if (!plan) return 1
    const executed = await executePlan(opened, compiled, plan)
    const { nodes } = compiled.linked.manifest
    opened.output.tell(...failureEntries(executed.outcome, nodes))
    for (const { node: id } of plan.steps) {
      const name = nodes.get(id)?.name
      if (inline === undefined && !isNamed(name, select)) continue
      const shownName = inline === undefined ? name : undefined
      const text = compiledText(executed.outcome, id, shownName, call)
      if (text !== undefined) printData(opened, text)
    }
    return exitCodeIfStopped(executed)
  })
}

/** Printed are the nodes that the selection names, as in dbt; others are only written. */
function isNamed(name: string | undefined, select: readonly string[] | undefined): boolean {
  const words = select?.flatMap((it) => it.split(/[\s,]+/)) ?? []
  return name !== undefined && words.includes(name)
}

function compiledText(
  { made }: RunOutcome,
  id: NodeId,
  name: string | undefined,
  { options }: Call<CompileValues>,
): string | undefined {
  const sql = made.get(id)?.compiledCode
  if (sql === undefined) return undefined
  if (options.output !== 'json') return sql
  return JSON.stringify({ ...(name !== undefined && { node: name }), compiled: sql }, null, 2)
}
