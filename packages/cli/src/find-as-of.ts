import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { needsAudit, readInstant } from '@btn/core/run'
import type { Compiled } from './project.ts'

/** What counts as now: the variable `as_of`. To a project that has nothing of btn's own the variable means what it always meant. */
export function findAsOf({ project, parsed, linked }: Compiled): Date | undefined {
  const value = parsed.invocation.findVar('as_of', project.name)
  if (value === undefined || value === null || value === '') return undefined
  if (!needsAudit(linked.manifest)) return undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const instant = readInstant(text)
  if (instant) return instant
  throw new DiagnosticError(diagnostic('as-of-unreadable', { text }))
}
