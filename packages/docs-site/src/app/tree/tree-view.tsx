import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { count } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { go } from '../route/history.ts'
import { moveOf, toRows, wayTo, type Branch, type Row } from './rows.ts'

const ROW = 28
/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const SPARE = 8

interface TreeProps {
  readonly label: string
  readonly branches: readonly Branch[]
  /** The page now shown: its way is opened, its row marked. */
  readonly current: string
}

/** A tree of which only the rows in sight are in the document. Focus stays on the tree; the current row is its active descendant. */
export function TreeView({ label, branches, current }: TreeProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => atFirst(branches))
  const [active, setActive] = useState(0)
  const { top, height } = useSight(box)
  const rows = useMemo(() => toRows(branches, open), [branches, open])

  useEffect(() => {
    const way = wayTo(branches, current)
    if (way === undefined) return
    const wider = new Set([...open, ...way])
    if (wider.size > open.size) setOpen(wider)
    const index = toRows(branches, wider).findIndex((it) => it.branch.hash === current)
    setActive(index)
    reveal(box.current, index)
  }, [branches, current])

  const toggle = (row: Row): void => {
    const next = new Set(open)
    if (row.open) next.delete(row.branch.key)
    else next.add(row.branch.key)
    setOpen(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveOf(event.key, rows, active)
    if (move === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (move.kind === 'to') {
      setActive(move.index)
      reveal(box.current, move.index)
    } else if (move.kind === 'follow') go(move.row.branch.hash ?? '#/')
    else toggle(move.row)
  }

  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW) + SPARE)
  const isActiveDrawn = active >= first && active < last
  return (
    <div
      class="tree"
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={isActiveDrawn ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="tree-all" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
        {rows.slice(first, last).map((row, offset) => (
          <TreeRow
            key={row.branch.key}
            row={row}
            index={first + offset}
            isActive={first + offset === active}
            isCurrent={row.branch.hash === current && row.branch.children.length === 0}
            onPick={() => {
              setActive(first + offset)
              if (row.branch.children.length > 0) toggle(row)
            }}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: Row
  readonly index: number
  readonly isActive: boolean
  readonly isCurrent: boolean
  readonly onPick: () => void
}

function TreeRow({ row, index, isActive, isCurrent, onPick }: RowProps): JSX.Element {
  const { branch } = row
  const isBranch = branch.children.length > 0
  const shared = {
    id: `row-${index}`,
    role: 'treeitem',
    class: `tree-row kind-${branch.icon}${isActive ? ' active' : ''}`,
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.siblings,
    'aria-selected': isCurrent,
    style: { transform: `translateY(${index * ROW}px)` },
    title: branch.label,
    onClick: onPick,
  } as const
  const words = (
    <>
      <span class="tree-indent" style={{ width: `${(row.level - 1) * 0.875}rem` }} />
      <span class="tree-fold">{isBranch && <Icon name="chevron" />}</span>
      <Icon name={branch.icon} />
      <span class="tree-label">{branch.label}</span>
      {isBranch && <span class="tree-count">{count(branch.size)}</span>}
    </>
  )
  if (isBranch || branch.hash === undefined) {
    return (
      <div {...shared} aria-expanded={isBranch ? row.open : undefined}>
        {words}
      </div>
    )
  }
  return (
    <a {...shared} href={branch.hash} tabIndex={-1}>
      {words}
    </a>
  )
}

/** What part of the box is seen. */
function useSight(box: { readonly current: HTMLDivElement | null }) {
  const [sight, setSight] = useState({ top: 0, height: 800 })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const look = (): void => setSight({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return sight
}

/** Scrolls as little as shows the row. */
function reveal(box: HTMLDivElement | null, index: number): void {
  if (box === null) return
  const top = index * ROW
  if (top < box.scrollTop) box.scrollTop = Math.max(0, top - ROW)
  else if (top + ROW > box.scrollTop + box.clientHeight)
    box.scrollTop = top + 2 * ROW - box.clientHeight
}

/** A tree with one trunk shows what is above it. */
function atFirst(branches: readonly Branch[]): ReadonlySet<string> {
  const open = new Set<string>()
  let level = branches
  while (level.length === 1 && level[0] !== undefined && level[0].children.length > 0) {
    open.add(level[0].key)
    level = level[0].children
  }
  return open
}
