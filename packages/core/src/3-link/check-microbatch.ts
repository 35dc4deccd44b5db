import { diagnostic, type Span } from '@btn/diagnostics'
import { isMicrobatch } from '../config/microbatch.ts'
import { GRAINS, isGrain, readInstant } from '../intervals/index.ts'
import type { Json, Model, NodeId } from '../types/index.ts'
import type { Graph } from './graph.ts'
import type { Linking } from './linking.ts'

interface Setting {
  readonly name: string
  readonly expected: string
  readonly isRight: (value: Json | undefined) => boolean
}

const isMissing = (value: Json | undefined): boolean => value === undefined || value === null

/** What dbt asks of a microbatch model's settings, in its order. */
const SETTINGS: readonly Setting[] = [
  {
    name: 'event_time',
    expected: 'the name of the column that says when something happened',
    isRight: (value) => typeof value === 'string',
  },
  {
    name: 'begin',
    expected: 'the time of the first batch, such as 2024-01-01',
    isRight: (value) => typeof value === 'string' && readInstant(value) !== undefined,
  },
  { name: 'batch_size', expected: `one of ${GRAINS.join(', ')}`, isRight: isGrain },
  {
    name: 'lookback',
    expected: 'a whole number of batches',
    isRight: (value) => isMissing(value) || Number.isInteger(value),
  },
  {
    name: 'concurrent_batches',
    expected: 'true or false',
    isRight: (value) => isMissing(value) || typeof value === 'boolean',
  },
]

/** Whether microbatch models are built in batches: not where the project's own macro shall do it all at once. */
function usesBatches({ parsed, project }: Linking): boolean {
  if (project.flags.require_batched_execution_for_custom_microbatch_strategy) return true
  const { macros } = parsed.invocation
  const macro = macros.findAnywhere('get_incremental_microbatch_sql')
  return macro !== undefined && macros.isInternal(macro.packageName)
}

/** Reports the first setting of a microbatch model that is missing or wrong. */
export function checkMicrobatch(
  linking: Linking,
  { config, name: model }: Pick<Model, 'config' | 'name'>,
  placeOf: (setting: string) => Span,
): void {
  if (!isMicrobatch(config) || !usesBatches(linking)) return
  const wrong = SETTINGS.find(({ name, isRight }) => !isRight(config[name]))
  if (!wrong) return
  const { name: setting, expected } = wrong
  const value = config[setting]
  const found = isMissing(value) ? undefined : JSON.stringify(value)
  const where = { span: placeOf(setting) }
  linking.diagnostics.push(
    diagnostic('microbatch-setting', { model, setting, expected, found }, where),
  )
}

/** Reports microbatch models none of whose inputs can be cut to the time of a batch. */
export function reportMicrobatchInputs(linking: Linking, graph: Graph): void {
  const models = [...graph.nodes.values()].filter(
    (node) => node.kind === 'model' && isMicrobatch(node.config),
  )
  if (models.length === 0) return
  if (!usesBatches(linking)) {
    linking.diagnostics.push(diagnostic('microbatch-outside-batches', {}))
    return
  }
  for (const { id, name, file } of models) {
    const span = linking.project.sources.spanOf({ file, start: 0, end: 0 })
    if (!hasTimedInput(linking, graph, { id, name, span }))
      linking.diagnostics.push(diagnostic('microbatch-inputs-untimed', { name }, { span }))
  }
}

interface Reader {
  readonly id: NodeId
  readonly name: string
  readonly span: Span
}

function hasTimedInput(
  { diagnostics }: Linking,
  { nodes, parents }: Graph,
  { id, name: model, span }: Reader,
): boolean {
  let isFound = false
  for (const parent of parents.get(id) ?? []) {
    const input = nodes.get(parent)
    const column = input?.config['event_time']
    if (!input || !column) continue
    isFound = true
    if (typeof column === 'string') continue
    const params = { model, input: input.name, found: JSON.stringify(column) }
    diagnostics.push(diagnostic('microbatch-input-setting', params, { span }))
  }
  return isFound
}
