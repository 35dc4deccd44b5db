import { readPartition } from '../publish/read-publish.ts'
import { ofDay } from '../publish/staging.ts'
import { intersect, type Interval } from '../intervals/index.ts'
import type { Column, Node } from '../types/index.ts'
import type { Context } from './context.ts'
import type { EventTimeFilter, RelationFilter } from './values/relation-filter.ts'

/** What a template of this context may read of an input: `--empty`, `--sample`, the batch of a microbatch model. */
export function filterOf(context: Context, input: Node): RelationFilter {
  const limit = context.invocation.flags['EMPTY'] === true ? 0 : undefined
  return { limit, eventTime: eventTimeOf(context, input), condition: conditionOf(context, input) }
}

/** Whether a node has a part for each day: a partitioned model, a report that is written for each. */
export function isOfDays(node: Node): boolean {
  if (node.kind === 'report') return node.output.includes('{date}')
  return readPartition(node) !== undefined
}

/** In a partitioned run a partitioned model reads the rows of its day, of inputs that have days. */
function conditionOf({ mode }: Context, input: Node): string | undefined {
  const day = mode.kind === 'run' ? mode.linked.staging?.day : undefined
  if (!day || mode.kind !== 'run' || !isOfDays(mode.node)) return undefined
  const column = dayColumn(input)
  return column === undefined ? undefined : ofDay(column, day)
}

function dayColumn(input: Node): string | undefined {
  const partition = readPartition(input)
  if (partition) return partition.by
  if (input.kind === 'source' && input.load?.strategy.kind === 'partition')
    return input.load.strategy.column
  const column = input.config['event_time']
  return typeof column === 'string' && column !== '' ? column : undefined
}

/** As dbt: only models and snapshots read less, and only of inputs that say when things happened. */
function eventTimeOf(context: Context, input: Node): EventTimeFilter | undefined {
  const column = input.config['event_time']
  if (typeof column !== 'string' || column === '' || !readsByTime(context)) return undefined
  const interval = intervalOf(context)
  return interval && { field: fieldOf(context, input, column), interval }
}

function readsByTime({ subject }: Context): boolean {
  const kind: string = subject.kind
  return kind === 'model' || kind === 'snapshot'
}

function intervalOf({ invocation, mode }: Context): Interval | undefined {
  const batch = mode.kind === 'run' ? mode.batch?.interval : undefined
  const { sample } = invocation
  return batch && sample ? intersect(batch, sample) : (batch ?? sample)
}

/** Quoted where the column, or else the source, says so. */
function fieldOf({ invocation }: Context, input: Node, name: string): string {
  const columns: ReadonlyMap<string, Column> | undefined =
    'columns' in input ? input.columns : undefined
  const ofSource = input.kind === 'source' && input.quoting['column'] === true
  const isQuoted = columns?.get(name)?.quote ?? ofSource
  return isQuoted ? invocation.dialect.quote(name) : name
}
