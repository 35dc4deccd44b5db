import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { NamePart, Node } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'

/** The part of a node's place that the project has no name for. */
export function unnamedPart(node: Node): NamePart | undefined {
  const unnamed = 'unnamed' in node ? node.unnamed : undefined
  return unnamed?.find((it) => it !== 'alias')
}

/** A relation without database or schema cannot be built: dbt-duckdb stops there, too. */
export function refuseUnnamed({ node }: Pick<StepContext, 'node'>): void {
  const part = unnamedPart(node)
  if (part) throw new DiagnosticError(diagnostic('relation-unnamed', { name: node.name, part }))
}
