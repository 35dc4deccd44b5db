import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { isSecretName } from './environment.ts'

interface Asked {
  readonly name: string
  /** The node whose template asks; dbt's word for the project's own files. */
  readonly reader?: string
  readonly vars: JsonObject
  readonly span: Span | undefined
}

/** A variable that nobody gives; said with those that are there, secrets hidden. */
export function missingVar({ name, reader = '<Configuration>', vars, span }: Asked): Diagnostic {
  const shown = Object.entries(vars).map(([key, value]) => [
    key,
    isSecretName(key) ? '*****' : value,
  ])
  const supplied = Object.fromEntries(shown.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
  return diagnostic('var-missing', { name, reader, supplied }, { span })
}
