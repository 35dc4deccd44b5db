/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** HTML that was made when the site was built, from Markdown, with everything else escaped. Nothing else may be set as HTML. */
export type Html = string & { readonly __html: true }

/** What has a page; the words are dbt's `resource_type`, and begin its unique id. */
export type Kind = (typeof kinds)[number]

/** In the order in which lists show them. */
export const kinds = [
  'model',
  'source',
  'seed',
  'snapshot',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'report',
  'monitor',
  'function',
  'analysis',
  'operation',
  'test',
  'unit_test',
  'macro',
  'group',
] as const

/** Something else of the project, by name: enough to draw a link. `linkTo` gives its address. */
export interface Link {
  readonly id: string
  /** As people call it: `orders`, `orders.v2`, `raw.orders` of a source. */
  readonly name: string
  readonly kind: Kind
  /** It is named somewhere, but the project has it not (any more), or has it disabled: show the name without a link. */
  readonly isMissing?: true
}

export interface ColumnPlace {
  readonly node: Link
  readonly column: string
}

/** How the last attempt went; words of dbt's artifacts. */
export type Status =
  'success' | 'pass' | 'warn' | 'fail' | 'error' | 'skipped' | 'no-op' | 'partial success'

/** What is wrong is `bad`, what needs a look `warn`. */
export type Verdict = 'good' | 'warn' | 'bad' | 'none'

const verdicts: Readonly<Record<Status, Verdict>> = {
  success: 'good',
  pass: 'good',
  warn: 'warn',
  'partial success': 'bad',
  fail: 'bad',
  error: 'bad',
  skipped: 'none',
  'no-op': 'none',
}

export function verdictOf(status: Status | undefined): Verdict {
  return status ? verdicts[status] : 'none'
}

/** Who answers for something. */
export interface Owner {
  readonly name?: string
  readonly email?: string
}
