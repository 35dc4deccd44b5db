import { catalogue } from './catalogue/index.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Entry, Family } from './entry.ts'

/** What dbt calls the exception; templates raise some of a family that they name themselves. */
export function familyOf({ code, params }: Diagnostic): Family {
  const raised = 'kind' in params && raisable.find((family) => family === params.kind)
  return raised || catalogue[code].family
}

/** What dbt's readers look for, where the message has other words. */
export function factOf({ code, params }: Diagnostic): string | undefined {
  // The catalogue's type ties code and parameters together; TypeScript cannot follow it through the lookup.
  const entry = catalogue[code] as unknown as Entry<object>
  return entry.fact?.(params)
}

const raisable: readonly Family[] = [
  'Compilation Error',
  'Database Error',
  'Dependency Error',
  'Parsing Error',
  'Runtime Error',
  'Validation Error',
]
