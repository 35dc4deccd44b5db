import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { StepContext } from '../step-context.ts'

/** A relation without database or schema cannot be built: dbt-duckdb stops there, too. */
export function refuseUnnamed({ node }: Pick<StepContext, 'node'>): void {
  const unnamed = 'unnamed' in node ? node.unnamed : undefined
  const part = unnamed?.find((it) => it !== 'alias')
  if (part) throw new DiagnosticError(diagnostic('relation-unnamed', { name: node.name, part }))
}
