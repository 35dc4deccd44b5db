import { factOf, familyOf, isError, type Diagnostic, type Family } from '@btn/diagnostics'
import { diagnosticEntries } from './diagnostic-entry.ts'
import type { Entry } from './entry.ts'

/**
 * The mistakes that stop a command: what was only a warning first, then dbt's heading for an exception, then the mistakes. Who reads
 * dbt's logs knows by the heading that the command did not get to its work, and why.
 */
export function stopEntries(items: readonly Diagnostic[]): readonly Entry[] {
  const errors = items.filter(isError)
  const [first] = errors
  if (!first) return diagnosticEntries(items)
  const warnings = items.filter((item) => !isError(item))
  return [
    ...diagnosticEntries(warnings),
    headingEntry(
      familyOf(first),
      errors.flatMap((item) => factOf(item) ?? []),
      errors.map((item) => factOf(item) ?? item.message),
    ),
    ...diagnosticEntries(errors),
  ]
}

/** dbt knows exceptions of settings as runtime errors; the text says more than the word. */
const words: Partial<Record<Family, string>> = {
  'Dbt project Error': 'Runtime Error (Dbt project Error)',
  'Profile Error': 'Runtime Error (Profile Error)',
  'Selector Error': 'Runtime Error (Selector Error)',
  'Dependency Error': 'Runtime Error (Dependency Error)',
  'Validation Error': 'Runtime Error (Validation Error)',
  Usage: 'Usage: btn <command> [options]',
}

/** What dbt says of an exception that ends a command; people see the facts only, because the mistakes themselves follow. */
export function headingEntry(
  family: Family,
  facts: readonly string[],
  all: readonly string[] = facts,
): Entry {
  const heading = words[family] ?? family
  const shown = [heading, ...new Set(facts.map(indented))].join('\n')
  const exc = [heading, ...all.map(indented)].join('\n')
  return {
    name: 'MainEncounteredError',
    code: 'Z002',
    level: 'error',
    text: ({ paint }) => `${paint.bad('Encountered an error:')}\n${shown}`,
    message: `Encountered an error:\n${exc}`,
    data: { exc },
  }
}

function indented(text: string): string {
  return `  ${text.replaceAll('\n', '\n  ')}`
}
