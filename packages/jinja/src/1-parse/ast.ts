import type { Source, Span } from '@btn/diagnostics'

/** A parsed text. */
export interface Template {
  readonly kind: 'template'
  readonly span: Span
  readonly source: Source
  readonly body: readonly Statement[]
}

export type Statement =
  | Text
  | Output
  | If
  | For
  | SetStatement
  | SetBlock
  | With
  | Do
  | Macro
  | CallBlock
  | FilterBlock
  | BlockStatement
  | Autoescape
  | Jump
  | Load
  | Failed

export type Expression =
  | Literal
  | Name
  | ListDisplay
  | TupleDisplay
  | DictDisplay
  | Unary
  | Binary
  | Concat
  | Compare
  | Logical
  | Conditional
  | Attribute
  | Item
  | Slice
  | Call
  | Filter
  | Test

export type Node = Template | Statement | Expression

/** The member of a union that has a kind. */
export type OfKind<N, K> = N extends { readonly kind: infer P } ? (K extends P ? N : never) : never

/** Text outside all tags, as written; line ends are still those of the file. */
export interface Text {
  readonly kind: 'text'
  readonly span: Span
  readonly text: string
}

export interface Output {
  readonly kind: 'output'
  readonly span: Span
  readonly value: Expression
}

export interface If {
  readonly kind: 'if'
  readonly span: Span
  /** `if` and each `elif`, in order. */
  readonly branches: readonly IfBranch[]
  readonly otherwise: readonly Statement[]
}

export interface IfBranch {
  readonly test: Expression
  readonly body: readonly Statement[]
}

export interface For {
  readonly kind: 'for'
  readonly span: Span
  readonly target: Target
  readonly iterable: Expression
  readonly condition: Expression | undefined
  readonly body: readonly Statement[]
  readonly otherwise: readonly Statement[]
  readonly isRecursive: boolean
}

/** What is assigned to: a name, an attribute of a namespace, or several of them. */
export type Target = TargetName | TargetAttribute | TargetTuple

export interface TargetName {
  readonly kind: 'target-name'
  readonly span: Span
  readonly name: string
}

export interface TargetAttribute {
  readonly kind: 'target-attribute'
  readonly span: Span
  readonly name: string
  readonly attribute: string
}

export interface TargetTuple {
  readonly kind: 'target-tuple'
  readonly span: Span
  readonly items: readonly Target[]
}

export interface SetStatement {
  readonly kind: 'set'
  readonly span: Span
  readonly target: Target
  readonly value: Expression
}

/** `{% set name | filter %}…{% endset %}` */
export interface SetBlock {
  readonly kind: 'set-block'
  readonly span: Span
  readonly target: Target
  readonly filters: readonly FilterCall[]
  readonly body: readonly Statement[]
}

export interface With {
  readonly kind: 'with'
  readonly span: Span
  readonly bindings: readonly { readonly target: Target; readonly value: Expression }[]
  readonly body: readonly Statement[]
}

export interface Do {
  readonly kind: 'do'
  readonly span: Span
  readonly value: Expression
}

export interface Parameter {
  readonly name: string
  readonly span: Span
  readonly type: TypeName | undefined
  readonly default: Expression | undefined
}

/** The annotation of a macro's argument, as `dict[str, list[int]]`. */
export interface TypeName {
  readonly name: string
  readonly span: Span
  readonly parameters: readonly TypeName[]
}

/** A macro, or one of dbt's blocks that behave as one. */
export interface Macro {
  readonly kind: 'macro'
  readonly span: Span
  readonly tag: MacroTag
  readonly name: string
  readonly nameSpan: Span
  readonly parameters: readonly Parameter[]
  readonly body: readonly Statement[]
  /** Of a materialization: the adapter it is written for (`default` when it says nothing). */
  readonly adapter: string | undefined
}

export type MacroTag = 'macro' | 'test' | 'data_test' | 'materialization' | 'docs' | 'snapshot'

export interface CallBlock {
  readonly kind: 'call-block'
  readonly span: Span
  readonly call: Call
  readonly parameters: readonly Parameter[]
  readonly body: readonly Statement[]
}

export interface FilterBlock {
  readonly kind: 'filter-block'
  readonly span: Span
  readonly filters: readonly FilterCall[]
  readonly body: readonly Statement[]
}

export interface BlockStatement {
  readonly kind: 'block'
  readonly span: Span
  readonly name: string
  readonly isScoped: boolean
  readonly isRequired: boolean
  readonly body: readonly Statement[]
}

export interface Autoescape {
  readonly kind: 'autoescape'
  readonly span: Span
  readonly value: Expression
  readonly body: readonly Statement[]
}

export interface Jump {
  readonly kind: 'break' | 'continue'
  readonly span: Span
}

/** `extends`, `include`, `import` and `from … import`: other templates cannot be loaded, so running one is an error. */
export interface Load {
  readonly kind: 'extends' | 'include' | 'import' | 'from-import'
  readonly span: Span
  readonly template: Expression
  /** The names that it would define. */
  readonly names: readonly string[]
  readonly ignoreMissing: boolean
}

/** Stands where a statement could not be read; its mistake is among the diagnostics. */
export interface Failed {
  readonly kind: 'failed'
  readonly span: Span
}

/** A number, text, true, false or none. Floats and big integers keep their digits. */
export interface Literal {
  readonly kind: 'literal'
  readonly span: Span
  readonly type: 'string' | 'integer' | 'float' | 'boolean' | 'none'
  readonly value: string | number | bigint | boolean | null
}

export interface Name {
  readonly kind: 'name'
  readonly span: Span
  readonly name: string
}

export interface ListDisplay {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Expression[]
}

export interface TupleDisplay {
  readonly kind: 'tuple'
  readonly span: Span
  readonly items: readonly Expression[]
}

export interface DictDisplay {
  readonly kind: 'dict'
  readonly span: Span
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[]
}

export interface Unary {
  readonly kind: 'unary'
  readonly span: Span
  readonly operator: '-' | '+' | 'not'
  readonly operand: Expression
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**'

export interface Binary {
  readonly kind: 'binary'
  readonly span: Span
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}

/** `a ~ b ~ c` */
export interface Concat {
  readonly kind: 'concat'
  readonly span: Span
  readonly parts: readonly Expression[]
}

export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in'

/** `a < b <= c` */
export interface Compare {
  readonly kind: 'compare'
  readonly span: Span
  readonly first: Expression
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[]
}

export interface Logical {
  readonly kind: 'logical'
  readonly span: Span
  readonly operator: 'and' | 'or'
  readonly left: Expression
  readonly right: Expression
}

/** `value if test else otherwise` */
export interface Conditional {
  readonly kind: 'conditional'
  readonly span: Span
  readonly test: Expression
  readonly value: Expression
  readonly otherwise: Expression | undefined
}

export interface Attribute {
  readonly kind: 'attribute'
  readonly span: Span
  readonly object: Expression
  readonly name: string
  readonly nameSpan: Span
}

export interface Item {
  readonly kind: 'item'
  readonly span: Span
  readonly object: Expression
  readonly key: Expression
}

/** Only as the key of an item, or of one element of a tuple there. */
export interface Slice {
  readonly kind: 'slice'
  readonly span: Span
  readonly start: Expression | undefined
  readonly stop: Expression | undefined
  readonly step: Expression | undefined
}

export interface Arguments {
  readonly positional: readonly Expression[]
  readonly named: readonly {
    readonly name: string
    readonly span: Span
    readonly value: Expression
  }[]
  /** `*values` */
  readonly spread: Expression | undefined
  /** `**values` */
  readonly spreadNamed: Expression | undefined
}

export interface Call {
  readonly kind: 'call'
  readonly span: Span
  readonly callee: Expression
  readonly args: Arguments
}

/** A filter's name and arguments, without what it is applied to. */
export interface FilterCall {
  readonly name: string
  readonly span: Span
  readonly args: Arguments
}

export interface Filter {
  readonly kind: 'filter'
  readonly span: Span
  readonly operand: Expression
  readonly call: FilterCall
}

export interface Test {
  readonly kind: 'test'
  readonly span: Span
  readonly operand: Expression
  readonly call: FilterCall
  readonly isNegated: boolean
}
