/** Which columns of the model a version has: `- include: all`, `exclude: [a]`. */
export interface ColumnSelection {
  readonly include: 'all' | readonly string[]
  readonly exclude: readonly string[]
}

/** The columns of a model that one of its versions takes over: all, unless it says which. */
export function inheritedColumns<C extends { readonly name: string }>(
  columns: readonly C[],
  selection: ColumnSelection | undefined,
): readonly C[] {
  if (!selection) return columns
  const { include, exclude } = selection
  return columns.filter(
    ({ name }) => (include === 'all' || include.includes(name)) && !exclude.includes(name),
  )
}
