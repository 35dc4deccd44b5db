import type { Manifest, Plan, Step } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { compile, withProject } from './open-project.ts'
import { describePlan } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { describeStep } from './terminal/node-info.ts'
import { printData } from './terminal/print-data.ts'

interface PlanValues extends SelectionValues {
  readonly output?: 'text' | 'json'
}

/** `btn plan`: what a build would do, in order, without doing it. */
export function planNodes(call: Call<PlanValues>): Promise<ExitCode> {
  return withProject(call, { which: 'plan', printsData: true }, async (opened) => {
    const compiled = compile(opened)
    if (!compiled) return 1
    const plan = planOf('plan', toSelection(call.options, opened), opened, compiled)
    if (!plan) return 1
    const { manifest } = compiled.linked
    const isJson = call.options.output === 'json'
    const text = isJson
      ? JSON.stringify(describePlan(plan, manifest), null, 2)
      : planLines(plan, manifest).join('\n')
    printData(opened, text)
    return 0
  })
}

function planLines({ onRunStart, steps, onRunEnd }: Plan, manifest: Manifest): readonly string[] {
  const all = [...onRunStart, ...steps, ...onRunEnd]
  if (all.length === 0) return ['Nothing to do.']
  const width = String(all.length).length
  const lines = all.map((step, at) => {
    const number = String(at + 1).padStart(width)
    return `${number}. ${stepLine(step, manifest)}`
  })
  return lines
}

const verbs: Record<Step['kind'], string> = {
  'check-freshness': 'check the',
  'clone-node': 'clone',
  'load-seed': 'load',
  'load-source': 'load',
  materialize: 'build',
  'pass-over': 'tell of',
  'run-monitor': 'ask',
  'run-test': 'run',
  'run-unit-test': 'run',
  'build-function': 'make',
  'compile-node': 'compile',
  'run-hook': 'run',
  'read-catalog': 'read',
  'run-operation': 'run',
  'write-report': 'write',
}

function stepLine(step: Step, { nodes }: Manifest): string {
  const node = nodes.get(step.node)
  const name = node ? describeStep(step, node) : step.node
  const what = `${verbs[step.kind]} ${name}`
  const names = step.after.map((id) => nodes.get(id)?.name ?? id)
  const after = names.length > 0 ? `, after ${names.join(', ')}` : ''
  const asks = 'rendering' in step && step.rendering.when === 'at-run' ? step.rendering : undefined
  return what + after + (asks ? ` (its SQL is known when it runs: it calls ${asks.because})` : '')
}
