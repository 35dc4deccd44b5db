import { catalogue, type Diagnostic } from '@btn/diagnostics'
import type { Flags, WarnErrorOptions } from './flags-table.ts'

type Level = 'error' | 'warn' | 'silence'

/** What dbt only warns of, and strict mode refuses. */
const strictCodes: ReadonlySet<string> = new Set([
  'config-key-unknown',
  'test-not-found',
  'yaml-duplicate-key',
  'yaml-key-unknown',
  'yaml-key-unknown-top',
])

/** Events of dbt's that no option changes while `require_all_warnings_handled_by_warn_error` is off. */
const handledSinceFlag: ReadonlySet<string> = new Set([
  'FreshnessConfigProblem',
  'MFConverterIssue',
  'MicrobatchModelNoEventTimeInputs',
  'SelectExcludeIgnoredWithSelectorWarning',
  'SemanticValidationFailure',
  'WarnStateTargetEqual',
])

type SeverityFlags = Pick<
  Flags,
  'require_all_warnings_handled_by_warn_error' | 'strict' | 'warn_error' | 'warn_error_options'
>

/**
 * Gives warnings the severity that the user wants: `warn_error`, `warn_error_options`. Undefined for what is silenced. Errors stay.
 * A name (dbt's of the event, or btn's code) beats `Deprecations`, which beats `all`; `silence` beats `warn` beats `error`. Groups make no error
 * of what dbt would not have said: a project that passes there under `--warn-error` passes here.
 */
export function createSeverityFilter(
  flags: SeverityFlags,
): (item: Diagnostic) => Diagnostic | undefined {
  const options = withWarnError(flags)
  return (item) => {
    if (item.severity === 'error') return item
    if (flags.strict && strictCodes.has(item.code)) return { ...item, severity: 'error' }
    if (!flags.require_all_warnings_handled_by_warn_error && isHandledSinceFlag(item)) return item
    const level = levelOf(item, options)
    if (level === 'silence') return undefined
    return level === 'error' ? { ...item, severity: 'error' } : item
  }
}

function isHandledSinceFlag(item: Diagnostic): boolean {
  const event = catalogue[item.code].dbt
  return event !== undefined && handledSinceFlag.has(event.name)
}

function withWarnError(flags: SeverityFlags): Readonly<Record<Level, ReadonlySet<string>>> {
  const { error, warn, silence }: WarnErrorOptions = flags.warn_error_options
  return {
    error: new Set(flags.warn_error ? [...error, 'all'] : error),
    warn: new Set(warn),
    silence: new Set(silence),
  }
}

function levelOf(
  item: Diagnostic,
  options: Readonly<Record<Level, ReadonlySet<string>>>,
): Level | undefined {
  const event = catalogue[item.code].dbt
  const named = levelIn([item.code, ...(event ? [event.name, event.code] : [])], options)
  if (named) return named
  const isDeprecation = event?.code.startsWith('D') ?? false
  const grouped =
    (isDeprecation && levelIn(['Deprecations'], options)) || levelIn(['all', '*'], options)
  const isOurs = event === undefined || event.isAdvice === true
  return grouped === 'error' && isOurs ? undefined : grouped || undefined
}

function levelIn(
  names: readonly string[],
  options: Readonly<Record<Level, ReadonlySet<string>>>,
): Level | undefined {
  const levels = ['silence', 'warn', 'error'] as const
  return levels.find((level) => names.some((name) => options[level].has(name)))
}
