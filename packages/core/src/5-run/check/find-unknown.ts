import { findNearest } from '@btn/diagnostics'

interface Unknown<T> {
  readonly item: T
  /** The column that could be meant. */
  readonly nearest: string | undefined
}

/** Which of these are none of the columns; case makes no difference. */
export function findUnknown<T extends { readonly name: string }>(
  items: readonly T[],
  columns: readonly { readonly name: string }[],
): readonly Unknown<T>[] {
  const names = columns.map(({ name }) => name)
  const known = new Set(names.map((it) => it.toLowerCase()))
  return items
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map((item) => ({ item, nearest: findNearest(item.name, names) }))
}
