import type { Adapter } from '@btn/adapter'
import type { JsonObject } from '../types/index.ts'
import type { FlagName, Flags, WarnErrorOptions } from './flags-table.ts'

export interface LoadOptions {
  /** Absolute: where the command was started. `.env`, `profiles.yml` and relative options are looked for here. */
  readonly workingDirectory: string
  /** What the command line said; `project_dir`, `profiles_dir`, `profile`, `target` and `target_path` are among them. */
  readonly flags?: Partial<Pick<Flags, FlagName>> & {
    readonly warn_error_options?: Partial<WarnErrorOptions>
  }
  /** `--vars`, already read. */
  readonly vars?: JsonObject
  /** `--threads`. */
  readonly threads?: number
  /** The adapter for a `type`; undefined when there is none of that kind. Without it credentials stay unchecked. */
  readonly findAdapter?: (type: string) => Pick<Adapter, 'checkCredentials'> | undefined
  /** Names that `findAdapter` knows, for the hint. */
  readonly adapterTypes?: readonly string[]
  /** False for commands that build nothing (`clean`, `deps`): a missing profile is no mistake then. */
  readonly needsTarget?: boolean
  /** False for commands that look into no package: what is installed is not looked at. */
  readonly needsPackages?: boolean
  /** False where a variable without value is no mistake: `deps` runs before anybody thinks of `--vars`. */
  readonly needsVars?: boolean
}
