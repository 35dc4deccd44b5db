import { diagnostic } from '@btn/diagnostics'
import type { NodeId } from '@btn/core'
import type { RunOutcome } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeIfStopped } from './execute-plan.ts'
import { planInline, type InlineValues } from './plan-inline.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { isNamed, planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { line } from './terminal/entry.ts'
import { printData } from './terminal/print-data.ts'
import { failureEntries } from './terminal/summary-entries.ts'

interface CompileValues extends SelectionValues, InlineValues {
  readonly output?: 'text' | 'json'
  readonly introspect?: boolean
  readonly injectEphemeralCtes?: boolean
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
    const { introspect = true, injectEphemeralCtes = true } = call.options
    const executed = await executePlan(opened, compiled, plan, {
      mayAskDatabase: introspect,
      injectsEphemerals: injectEphemeralCtes,
    })
    const { nodes } = compiled.linked.manifest
    opened.output.tell(...failureEntries(executed.outcome, nodes))
    for (const { node: id } of plan.steps) {
      const name = nodes.get(id)?.name
      if (inline === undefined && !isNamed(name, select)) continue
      print(opened, executed.outcome, id, inline === undefined ? name : undefined)
    }
    return exitCodeIfStopped(executed)
  })
}

/** The SQL of one node, or of the query of the command line, which has no name. */
function print(opened: Opened, { made }: RunOutcome, id: NodeId, name: string | undefined): void {
  const { call, output } = opened
  const sql = made.get(id)?.compiledCode
  if (sql === undefined) return
  if ('output' in call.options && call.options.output === 'json') {
    const named = name === undefined ? {} : { node: name }
    printData(opened, JSON.stringify({ ...named, compiled: sql }, null, 2))
    return
  }
  const title = name === undefined ? 'Compiled inline node is:' : `Compiled node '${name}' is:`
  if (!output.isQuiet) output.tell({ ...line('CompiledNode', 'Q042', title), isContinued: true })
  printData(opened, sql)
}
