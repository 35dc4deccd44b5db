import { describe, expect, it } from 'vitest'
import { moveOf, toRows, wayTo, type Branch, type Move } from './rows.ts'

const leaf = (label: string): Branch => ({
  key: label,
  label,
  icon: 'model',
  hash: `#!/${label}`,
  children: [],
  size: 1,
})
const folder = (label: string, ...children: Branch[]): Branch => ({
  key: label,
  label,
  icon: 'folder',
  children,
  size: children.length,
})

const branches = [
  folder('marts', leaf('customers'), leaf('orders')),
  folder('staging', leaf('stg')),
]
const rows = toRows(branches, new Set(['marts']))

describe('toRows', () => {
  it('has what is open, with levels and places', () => {
    expect(
      rows.map((it) => [it.branch.label, it.level, it.position, it.siblings, it.open, it.parent]),
    ).toEqual([
      ['marts', 1, 1, 2, true, -1],
      ['customers', 2, 1, 2, false, 0],
      ['orders', 2, 2, 2, false, 0],
      ['staging', 1, 2, 2, false, -1],
    ])
  })
})

describe('wayTo', () => {
  it('names the branches above a page', () => {
    expect(wayTo(branches, '#!/stg')).toEqual(['staging'])
    expect(wayTo(branches, '#!/gone')).toBeUndefined()
  })
})

const at = (index: number): Move => ({ kind: 'to', index })
const rowAt = (index: number) => {
  const row = rows[index]
  if (row === undefined) throw new Error('no such row')
  return row
}

describe('moveOf', () => {
  it.each<readonly [string, number, Move | undefined]>([
    ['ArrowDown', 0, at(1)],
    ['ArrowDown', 3, at(3)],
    ['ArrowUp', 0, at(0)],
    ['End', 0, at(3)],
    ['Home', 3, at(0)],
    ['ArrowRight', 0, at(1)],
    ['ArrowRight', 3, { kind: 'open', row: rowAt(3) }],
    ['ArrowRight', 1, undefined],
    ['ArrowLeft', 0, { kind: 'close', row: rowAt(0) }],
    ['ArrowLeft', 2, at(0)],
    ['ArrowLeft', 3, undefined],
    ['Enter', 2, { kind: 'follow', row: rowAt(2) }],
    ['Enter', 0, { kind: 'close', row: rowAt(0) }],
    ['s', 0, at(3)],
    ['z', 0, undefined],
    ['Tab', 0, undefined],
  ])('%s at row %i', (key, index, move) => {
    expect(moveOf(key, rows, index)).toEqual(move)
  })
})
