import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Config, Json, Place, Snapshot } from '../types/index.ts'
import type { Linking } from './linking.ts'

/** Settings without which a snapshot cannot know what a new version of a row is, and those that no snapshot may have. */
export function checkSnapshot(linking: Linking, { name, config }: Snapshot, place: Place): void {
  const item = findMistake(name, config)
  if (!item) return
  linking.diagnostics.push({ ...item, span: linking.project.sources.spanOf(place) })
}

function findMistake(name: string, config: Config): Diagnostic | undefined {
  const problem = findProblem(config)
  if (problem !== undefined) return diagnostic('snapshot-config', { name, problem })
  const { materialized } = config
  if (typeof materialized !== 'string' || materialized === 'snapshot') return undefined
  return diagnostic('materialized-fixed', { kind: 'snapshot', name, materialized })
}

function findProblem(config: Config): string | undefined {
  const has = (key: string): boolean => isSaid(config[key])
  if (!has('strategy') || !has('unique_key'))
    return "Snapshots must be configured with a 'strategy' and 'unique_key'"
  const { strategy } = config
  if (strategy === 'check') return findColumnsProblem(config['check_cols'])
  if (strategy !== 'timestamp') return undefined
  if (!has('updated_at'))
    return "the strategy 'timestamp' needs updated_at: the column that has the time of a row's change"
  return has('check_cols')
    ? "the strategy 'timestamp' compares no columns: check_cols belongs to the strategy 'check'"
    : undefined
}

function findColumnsProblem(columns: Json | undefined): string | undefined {
  if (!isSaid(columns))
    return "the strategy 'check' needs check_cols: the columns to compare, or 'all'"
  if (typeof columns !== 'string' || columns === 'all') return undefined
  return `check_cols is 'all' or a list of columns, not '${columns}'`
}

function isSaid(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== '' && value !== false
}
