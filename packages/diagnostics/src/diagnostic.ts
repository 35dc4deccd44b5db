import type { Span } from './source.ts'
import { catalogue, type Catalogue, type Code } from './catalogue/index.ts'
import type { Entry, Severity } from './entry.ts'

/** A second place that explains the first. */
export interface Related {
  readonly span: Span
  readonly message: string
}

/** Everything that can go wrong for the user, as plain data. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly span?: Span
  readonly related?: readonly Related[]
  readonly hint?: string
  readonly params: object
}

/** The parameters that the message of a code needs. */
export type Params<C extends Code> = Catalogue[C] extends Entry<infer P> ? P : never

export interface Where {
  readonly span?: Span | undefined
  readonly related?: readonly Related[]
  /** Replaces the catalogue's hint where the call site knows better. */
  readonly hint?: string | undefined
}

/** Makes the diagnostic of a code; wrong or missing parameters do not compile. */
export function diagnostic<C extends Code>(
  code: C,
  params: Params<C>,
  where: Where = {},
): Diagnostic {
  // The catalogue's type ties code and parameters together; TypeScript cannot follow it through the lookup.
  const entry = catalogue[code] as unknown as Entry<Params<C>>
  const hint = where.hint ?? entry.hint?.(params)
  return {
    code,
    severity: entry.severity,
    message: entry.message(params),
    ...(where.span && { span: where.span }),
    ...(where.related?.length && { related: where.related }),
    ...(hint && { hint }),
    params,
  }
}

export function isError(item: Diagnostic): boolean {
  return item.severity === 'error'
}

export function hasErrors(items: readonly Diagnostic[]): boolean {
  return items.some(isError)
}

/** What phases 1 to 4 return: the value as far as it could be made, and every mistake found on the way. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Carries diagnostics through code that cannot return them: a template calls a function of ours, which finds a
 * user's mistake. Whoever started the rendering catches it and turns it back into values.
 */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: Diagnostic | readonly Diagnostic[], options?: ErrorOptions) {
    const list = 'code' in diagnostics ? [diagnostics] : diagnostics
    super(list.map((item) => item.message).join('\n'), options)
    this.name = 'DiagnosticError'
    this.diagnostics = list
  }
}
