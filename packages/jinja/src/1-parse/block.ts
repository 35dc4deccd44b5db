import type { Source, Span } from '@btn/diagnostics'
import type { MacroTag } from './ast.ts'

/** A macro or one of dbt's blocks at the top level of a file; its body has not been read yet. */
export interface Block {
  readonly kind: MacroTag
  readonly name: string
  readonly source: Source
  /** From the `{` of its first tag to the `}` of its last. */
  readonly span: Span
  readonly nameSpan: Span
  /** The first tag. */
  readonly tagSpan: Span
  /** What stands between the two tags. */
  readonly bodySpan: Span
}

/** What a macro's first tag says. */
export interface Signature {
  readonly parameters: readonly SignatureParameter[]
  /** Of a materialization: the adapter it is written for. */
  readonly adapter: string | undefined
  /** Of a materialization. */
  readonly supportedLanguages: readonly string[] | undefined
}

export interface SignatureParameter {
  readonly name: string
  readonly span: Span
  /** The annotation as written, as `list[str]`. */
  readonly type: string | undefined
  readonly hasDefault: boolean
}
