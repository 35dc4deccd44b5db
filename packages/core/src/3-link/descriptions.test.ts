import { span, type Diagnostic } from '@btn/diagnostics'
import { scopeOf } from '@btn/jinja'
import { expect, test } from 'vitest'
import type { DocBlock } from '../types/index.ts'
import { Descriptions } from './descriptions.ts'

const block: DocBlock = {
  id: 'doc.shop.order',
  name: 'order',
  packageName: 'shop',
  path: 'docs.md',
  originalPath: 'models/docs.md',
  contents: 'A {kind} order.',
}

function render(text: string) {
  const source = { path: 'models/m.yml', text }
  const diagnostics: Diagnostic[] = []
  const docs = new Map([[block.id, block]])
  const descriptions = new Descriptions(docs, {
    rootPackage: 'shop',
    prefersOwnPackage: false,
    diagnostics,
    spanOf: ({ start, end }) => span(source, start, end),
    scopeOf: () => scopeOf({ place: 'Paris' }),
  })
  const place = { file: source.path, start: 0, end: text.length }
  const { text: rendered, docBlocks } = descriptions.render({ text, place }, 'shop')
  expect(diagnostics).toEqual([])
  return [rendered, ...docBlocks]
}

test.each([
  ["{{ doc('order') }}", 'A {kind} order.', block.id],
  ["See: {{ doc('shop', 'order') }}", 'See: A {kind} order.', block.id],
])('the docs block of %s is known', (text, rendered, id) => {
  expect(render(text)).toEqual([rendered, id])
})

test('what properties files see is seen, too', () => {
  expect(render("Of {{ place }}: {{ doc('order') }}")).toEqual([
    'Of Paris: A {kind} order.',
    block.id,
  ])
})

test.each([
  ["{{ doc('ord' ~ 'er') }}", 'A {kind} order.'],
  ["{{ doc('order').format(kind='late') }}", 'A late order.'],
  ["{{ doc('order') | upper }}", 'A {KIND} ORDER.'],
])('as in dbt, that of %s is not', (text, rendered) => {
  expect(render(text)).toEqual([rendered])
})
