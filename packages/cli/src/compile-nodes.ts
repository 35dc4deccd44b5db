import type { NodeId } from '@btn/core'
import type { RunOutcome } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeIfStopped } from './execute-plan.ts'
import { findInlineConflict, planInline, type InlineValues } from './plan-inline.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { isNamed, planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { printNode } from './terminal/print-node.ts'
import { failureEntries } from './terminal/summary-entries.ts'

interface CompileValues extends SelectionValues, InlineValues {
  readonly output?: 'text' | 'json'
  readonly introspect?: boolean
  readonly injectEphemeralCtes?: boolean
}

/** `btn compile`: SQL into target/compiled; printed, too, for one node or an inline query. */
export function compileNodes(call: Call<CompileValues>): Promise<ExitCode> {
  const conflict = findInlineConflict(call.options)
  return withProject(call, { which: 'compile', printsData: true, conflict }, async (opened) => {
    const { inline, select } = call.options
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
  const { call } = opened
  const compiled = made.get(id)?.compiledCode
  if (compiled === undefined) return
  const form = 'output' in call.options && call.options.output === 'json' ? 'json' : 'text'
  const named = name === undefined ? {} : { node: name }
  const text = form === 'json' ? JSON.stringify({ ...named, compiled }, null, 2) : compiled
  printNode(opened, { event: 'CompiledNode', name, id, form, text, content: { compiled } })
}
