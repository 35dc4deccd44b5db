import type { AuditCall, DependsOn, RefCall, Resource, SourceCall } from './node.ts'
import type { Place } from './basics.ts'

export type ReportFormat = 'md' | 'html' | 'json'

/** A page that is written when what it tells of is there: a template below `reports/`, with an entry in a properties file or without. */
export interface ReportNode extends Resource {
  readonly kind: 'report'
  readonly format: ReportFormat
  /** The file that is written, relative to the project. `{date}` in it stands for the date of the run. */
  readonly output: string
  /** Where that is said; absent where nobody said it. */
  readonly outputPlace?: Place
  readonly checksum: string
  readonly refs: readonly RefCall[]
  readonly sources: readonly SourceCall[]
  readonly functions?: readonly RefCall[]
  readonly audits?: readonly AuditCall[]
  readonly metrics?: readonly RefCall[]
  readonly dependsOn: DependsOn
  readonly group?: string | undefined
  /** The entry; the template, where there is none. */
  readonly place: Place
}
