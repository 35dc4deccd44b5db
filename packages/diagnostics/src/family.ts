import { catalogue } from './catalogue/index.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Entry, Family } from './entry.ts'

/**
 * What dbt calls the exception; templates raise some of a family that they name themselves, and a warning that counts as a mistake is
 * of one family whatever it is about.
 */
export function familyOf({ code, params, severity }: Diagnostic): Family {
  const entry = catalogue[code]
  if (severity === 'error' && entry.severity === 'warning') return 'Compilation Error'
  const raised = 'kind' in params && raisable.find((family) => family === params.kind)
  return raised || entry.family
}

/** What dbt's readers look for, where the message has other words. */
export function factOf({ code, params }: Diagnostic): string | undefined {
  // The catalogue's type ties code and parameters together; TypeScript cannot follow it through the lookup.
  const entry = catalogue[code] as unknown as Entry<object>
  return entry.fact?.(params)
}

/** What dbt's event has as data, where programs read it. */
export function eventDataOf({ code, params, span }: Diagnostic): Readonly<Record<string, unknown>> {
  // As above.
  const entry = catalogue[code] as unknown as Entry<object>
  return entry.data?.(params, span?.source.path ?? '') ?? {}
}

const raisable: readonly Family[] = [
  'Compilation Error',
  'Database Error',
  'Dependency Error',
  'Parsing Error',
  'Runtime Error',
  'Validation Error',
]
