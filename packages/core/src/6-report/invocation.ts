import type { JsonObject } from '../types/index.ts'

/** What the artifacts say about the command that wrote them. */
export interface Invocation {
  readonly id: string
  readonly startedAt: Date
  /** dbt's version that btn is compatible with, and btn's own. */
  readonly dbtVersion: string
  readonly btnVersion: string
  /** Tells this build of btn from every other. */
  readonly btnBuild: string
  /** The flags in force, `which` and `invocation_command` among them. */
  readonly args: JsonObject
  /** The project's `quoting`. */
  readonly quoting: JsonObject
}
