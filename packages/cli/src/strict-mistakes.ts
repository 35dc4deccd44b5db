import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Call } from './commands/command.ts'
import type { Project } from './project.ts'

/** Options that dbt's Rust engine no longer has. */
const strictOptions: readonly (readonly [option: RegExp, instead: string])[] = [
  [/^(-m|--models?)(=|$)/, 'say --select'],
  [/^--no-clean-project-files-only$/, 'folders outside the project are never removed'],
]

/** Words of the command line that strict mode refuses. */
export function strictMistakes({ session }: Call, { flags }: Project): readonly Diagnostic[] {
  if (!flags.strict) return []
  return session.words.flatMap((option) =>
    strictOptions
      .filter(([pattern]) => pattern.test(option))
      .map(([, instead]) => diagnostic('strict-option', { option, instead })),
  )
}
