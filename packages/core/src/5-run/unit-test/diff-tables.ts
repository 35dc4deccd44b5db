// Types of a library without any: other programs than that of this package read this file, too.
/// <reference path="./daff.d.ts" />
import type { Daff } from 'daff'

/** Values as text; null where there is none. */
export type TextRow = readonly (string | null)[]

/**
 * The difference of two tables as an aligned table of its own: rows marked `+++`, `---` or `→`, changed values as `old→new`.
 * dbt shows the failures of unit tests with the same program. Undefined when the tables are equal.
 */
export async function diffTables(
  header: readonly string[],
  before: readonly TextRow[],
  after: readonly TextRow[],
): Promise<string | undefined> {
  // Only a test that has run needs it.
  const { default: daff }: { readonly default: Daff } = await import('daff')
  const flags = new daff.CompareFlags()
  flags.ordered = false
  const [old, now] = [before, after].map((rows) => new daff.TableView([[...header], ...rows]))
  if (!old || !now) return undefined
  const diff = new daff.TableDiff(daff.compareTables(old, now, flags).align(), flags)
  const difference = new daff.TableView([])
  diff.hilite(difference)
  if (!diff.hasDifference()) return undefined
  return withoutColors(new daff.TerminalDiffRender().render(difference))
}

const COLOR = /\x1B\[[0-9;]*m/g

function withoutColors(text: string): string {
  return text.replace(COLOR, '')
}
