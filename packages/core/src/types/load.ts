import type {
  Cleaner,
  Dedupe,
  DriftPolicy,
  FileFormat,
  FileOptions,
  QuarantineFile,
  RejectLimits,
  RowContract,
  Rule,
} from '@btn/adapter'
import type { NodeId, Place } from './basics.ts'
import type { PersonalColumns } from './privacy.ts'

/** What `load`, `contract` and `quarantine` of a source table say, with defaults filled in. `{date}` still stands in the texts. */
export interface LoadSpec {
  /** Paths, globs or URLs; relative to the project. */
  readonly from: readonly string[]
  readonly format?: FileFormat
  readonly options: FileOptions
  readonly rename: Readonly<Record<string, string>>
  readonly drift: DriftPolicy
  readonly strategy: StrategySpec
  readonly lineage: readonly ('file' | 'line' | 'loaded_at')[]
  /** False: a file that was loaded before is loaded again. */
  readonly once: boolean
  readonly contract: ContractSpec
  readonly quarantine: QuarantineSpec
  readonly personal: PersonalColumns
  /** Changes when anything does that decides which rows get into the table, and how. */
  readonly hash: string
  readonly place: Place
  /** Where each part was written: `load.from`, `contract.rules.positive`. */
  readonly places: Readonly<Record<string, Place>>
}

export type StrategySpec =
  | { readonly kind: 'replace' | 'append' }
  | { readonly kind: 'upsert'; readonly key: readonly string[] }
  /** The column that holds the date of the run. */
  | { readonly kind: 'partition'; readonly column: string }

export interface ContractSpec extends Omit<RowContract, 'rules' | 'clean'> {
  readonly clean: Readonly<Record<string, Cleaner>>
  readonly dedupe?: Dedupe
  readonly rules: readonly RuleSpec[]
  readonly limits: RejectLimits
}

export interface RuleSpec extends Omit<Rule, 'check'> {
  readonly check: RuleCheckSpec
  readonly place: Place
}

export type RuleCheckSpec =
  | Exclude<Rule['check'], { readonly kind: 'foreign-key' }>
  | {
      readonly kind: 'foreign-key'
      readonly columns: readonly string[]
      /** As written: `customers`, `crm.customers`. */
      readonly to: string
      /** Known once the graph is. */
      readonly node?: NodeId
      readonly toColumns: readonly string[]
      readonly where?: string
    }

export interface QuarantineSpec {
  /** Personal data of rejected rows is kept, encrypted: they can be tried again without their file. */
  readonly keepsRaw: boolean
  readonly hasTable: boolean
  readonly files: readonly QuarantineFileSpec[]
}

/** `path` is relative to the project. */
export type QuarantineFileSpec = QuarantineFile
