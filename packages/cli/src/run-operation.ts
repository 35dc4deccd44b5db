import { diagnostic, hasErrors, type Diagnostic } from '@btn/diagnostics'
import type { JsonObject, Manifest, Plan } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeOf } from './execute-plan.ts'
import { readMapping } from './load-flags.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { planMacro, planSql, type Compiled } from './project.ts'
import { operationFailure } from './terminal/operation-entries.ts'

interface OperationValues {
  readonly args?: string
  readonly sql?: string
}

/** `btn run-operation`: calls a macro, or sends SQL. Hooks of the project do not run. */
export function runOperation(call: Call<OperationValues>): Promise<ExitCode> {
  return withProject(call, { which: 'run-operation' }, async (opened) => {
    const args = readMapping('--args', call.options.args)
    const mistakes = [...findMistake(call), ...args.diagnostics]
    if (opened.tell(mistakes)) return 2
    await opened.target.begin()
    const compiled = compile(opened, call.options.sql)
    if (!compiled) return 1
    const planned = plan(call, opened, compiled, args.value)
    if (!planned) return 2
    const executed = await executePlan(opened, compiled, planned.plan, {
      manifest: planned.manifest,
    })
    opened.output.tell(...operationFailure(executed.outcome))
    return exitCodeOf(executed)
  })
}

function findMistake({ argument, options }: Call<OperationValues>): readonly Diagnostic[] {
  const { sql, args } = options
  if (argument === undefined && sql === undefined) return [diagnostic('operation-missing', {})]
  if (argument !== undefined && sql !== undefined) {
    return [diagnostic('options-conflict', { first: '--sql', second: 'a macro' })]
  }
  return sql !== undefined && args !== undefined ? [diagnostic('args-with-sql', {})] : []
}

interface Planned {
  readonly plan: Plan
  readonly manifest: Manifest
}

function plan(
  { argument }: Call,
  opened: Opened,
  { linked, parsed }: Compiled,
  args: JsonObject,
): Planned | undefined {
  const { manifest, inline } = linked
  if (argument === undefined) return inline && { plan: planSql(inline), manifest }
  const { value, diagnostics } = planMacro(manifest, parsed.invocation, { macro: argument, args })
  opened.tell(diagnostics)
  return hasErrors(diagnostics) ? undefined : value
}
