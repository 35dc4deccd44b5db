/** A relation that a query may read. */
export interface FormInput {
  /** Without schema. */
  readonly name: string
  /** As templates write it. */
  readonly written: string
}

export interface QueryForm {
  /** The text, with a number where a relation was named. */
  readonly text: string
  /** By number: whether the relation could as well have another name. */
  readonly nameless: readonly boolean[]
}

/**
 * What is left of a query when relations are known by numbers: queries of one form give the same where their relations have the same columns. A
 * name that stands anywhere else, alone or within another, may be that of a table expression, or qualify columns: then it counts.
 *
 * @param elsewhere - what else may say what the query means, in small letters
 */
export function formOf(text: string, inputs: readonly FormInput[], elsewhere: string): QueryForm {
  const form = inputs.reduce((it, { written }, at) => it.replaceAll(written, mark(at)), text)
  const rest = form.toLowerCase()
  const names = inputs.map(({ name }) => name.toLowerCase())
  const nameless = names.map(
    (name, at) =>
      form.includes(mark(at)) &&
      !rest.includes(name) &&
      !elsewhere.includes(name) &&
      names.indexOf(name) === names.lastIndexOf(name),
  )
  return { text: form, nameless }
}

/** No text of SQL has such a character. */
function mark(at: number): string {
  return `\0${at}\0`
}

/** Whether the engine has named a column after an expression that has the name of a relation in it. */
export function tellsName(column: string, { name }: FormInput): boolean {
  return column.replaceAll('"', '').toLowerCase().includes(`.${name.toLowerCase()}`)
}
