import type { IconName } from '../parts/icon.tsx'

/** A line of the tree before it is known which are open. */
export interface Branch {
  /** Unique in its tree. */
  readonly key: string
  readonly label: string
  readonly icon: IconName
  /** The page that it leads to, if any. */
  readonly hash?: string
  readonly children: readonly Branch[]
  /** Leaves below. */
  readonly size: number
}

/** A line as it is shown. */
export interface Row {
  readonly branch: Branch
  /** From 1. */
  readonly level: number
  /** Place among its siblings, from 1, and how many these are: screen readers say it. */
  readonly position: number
  readonly siblings: number
  readonly open: boolean
  /** Index of the row above that holds it; -1 at the top. */
  readonly parent: number
}

/** The lines to show, in order, when the branches of these keys are open. */
export function toRows(branches: readonly Branch[], open: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = []
  const add = (list: readonly Branch[], level: number, parent: number): void => {
    list.forEach((branch, index) => {
      const isOpen = branch.children.length > 0 && open.has(branch.key)
      const position = index + 1
      rows.push({ branch, level, position, siblings: list.length, open: isOpen, parent })
      if (isOpen) add(branch.children, level + 1, rows.length - 1)
    })
  }
  add(branches, 1, -1)
  return rows
}

/** The keys of the branches that hold the leaf leading to a page; undefined where there is none. */
export function wayTo(branches: readonly Branch[], hash: string): readonly string[] | undefined {
  for (const it of branches) {
    if (it.children.length === 0) {
      if (it.hash === hash) return []
      continue
    }
    const way = wayTo(it.children, hash)
    if (way !== undefined) return [it.key, ...way]
  }
  return undefined
}

/** What a key does in a tree, as the ARIA practices have it: another row becomes the current one, or one is opened, closed, followed. */
export type Move =
  | { readonly kind: 'to'; readonly index: number }
  | { readonly kind: 'open' | 'close' | 'follow'; readonly row: Row }

export function moveOf(key: string, rows: readonly Row[], at: number): Move | undefined {
  const row = rows[at]
  if (row === undefined) return undefined
  const isBranch = row.branch.children.length > 0
  const to = (index: number): Move => ({
    kind: 'to',
    index: Math.min(Math.max(index, 0), rows.length - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'PageDown':
      return to(at + 10)
    case 'PageUp':
      return to(at - 10)
    case 'ArrowRight':
      if (!isBranch) return undefined
      return row.open ? to(at + 1) : { kind: 'open', row }
    case 'ArrowLeft':
      if (row.open) return { kind: 'close', row }
      return row.parent < 0 ? undefined : to(row.parent)
    case 'Enter':
    case ' ':
      if (row.branch.hash !== undefined) return { kind: 'follow', row }
      return { kind: row.open ? 'close' : 'open', row }
    default:
      return /^\S$/u.test(key) ? byLetter(key, rows, at) : undefined
  }
}

/** The next row that starts with a letter. */
function byLetter(letter: string, rows: readonly Row[], at: number): Move | undefined {
  const wanted = letter.toLowerCase()
  for (let step = 1; step <= rows.length; step++) {
    const index = (at + step) % rows.length
    if (rows[index]?.branch.label.toLowerCase().startsWith(wanted)) return { kind: 'to', index }
  }
  return undefined
}
