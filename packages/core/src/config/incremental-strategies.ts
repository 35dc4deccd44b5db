import { diagnostic, findNearest, type Diagnostic, type Span } from '@btn/diagnostics'

/** Strategies that dbt-duckdb has. */
const known = ['append', 'delete+insert', 'merge', 'microbatch', 'default']
/** Those that dbt itself knows and not every database can do: no macro of the project's own makes up for one. */
const ofOthers = ['insert_overwrite']

/** The macro that writes the statement of a strategy. */
export function strategyMacro(strategy: string): string {
  return `get_incremental_${strategy.replaceAll('+', '_')}_sql`
}

interface Asked {
  readonly strategy: string
  readonly projectName: string
  /** Whether the strategy's macro is there. */
  readonly hasMacro: boolean
}

/** Why a model cannot use the strategy; undefined when it can. */
export function refuseStrategy(
  { strategy, projectName, hasMacro }: Asked,
  place: { readonly span?: Span } | undefined,
): Diagnostic | undefined {
  if (ofOthers.includes(strategy))
    return diagnostic('incremental-strategy-invalid', { strategy, known }, place)
  if (hasMacro) return undefined
  const params = {
    macro: strategyMacro(strategy),
    project: projectName,
    known,
    nearest: findNearest(strategy, known),
  }
  return diagnostic('incremental-strategy-unknown', params, place)
}
