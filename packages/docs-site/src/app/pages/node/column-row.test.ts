import { isValidElement, toChildArray, type ComponentChildren } from 'preact'
import { expect, it } from 'vitest'
import { ColumnRow } from './column-row.tsx'

/** The cells of the rows: class or width. */
function cellsOf(children: ComponentChildren): readonly unknown[] {
  return toChildArray(children).flatMap((it) => {
    if (!isValidElement(it)) return []
    const { children: inner, ...own } = it.props
    if (it.type !== 'td') return cellsOf(inner)
    return 'class' in own ? [own.class] : 'colSpan' in own ? [own.colSpan] : []
  })
}

const lists = { tests: [], from: [], to: [], decides: [], constraints: [], tags: ['unfolds'] }
const column = { name: 'id', isDeclared: true, ...lists }
const row = { column, isKey: false, isOpen: true, isNamed: false, onToggle: () => {} }

it('has a cell for the type where the table has such a column', () => {
  const cells = cellsOf(ColumnRow({ ...row, hasTypes: true }))
  expect(cells).toEqual(['column-type', 'column-words', 'column-tests', 4])
})

it('has none where the table has none', () => {
  const cells = cellsOf(ColumnRow({ ...row, hasTypes: false }))
  expect(cells).toEqual(['column-words', 'column-tests', 3])
})
