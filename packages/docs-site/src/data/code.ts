/** What a piece of a text is; `undefined` spaces between pieces are plain. */
export const codeClasses = [
  'keyword',
  'string',
  'number',
  'comment',
  'function',
  'jinja',
  'name',
] as const

export type CodeClass = (typeof codeClasses)[number]

/**
 * A text with its colours, which are found when the site is built. The page makes elements of it (`textContent`, never HTML).
 */
export interface CodeText {
  readonly text: string
  /** Triples in the order of the text: characters since the end of the last piece, length, index in `codeClasses`. A piece may span lines. */
  readonly marks: readonly number[]
  /** In the order of the text; they may lie across pieces, and never across each other. */
  readonly links: readonly CodeLink[]
}

/** Part of a text that names something with a page: the argument of `ref`, a macro's name, a relation in compiled SQL. */
export interface CodeLink {
  readonly start: number
  readonly length: number
  readonly id: string
}

/** The texts of one page: data file `code/<chunk>`, by id. */
export interface Code {
  readonly language: 'sql' | 'python' | 'jinja' | 'yaml' | 'json'
  /** As somebody wrote it. */
  readonly raw?: CodeText
  /** As the database got it; secrets are blotted out. */
  readonly compiled?: CodeText
}

export type CodeChunk = Readonly<Record<string, Code>>
