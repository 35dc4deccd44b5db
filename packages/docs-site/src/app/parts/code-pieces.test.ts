import { expect, it } from 'vitest'
import { toLines } from './code-pieces.ts'

it('cuts a text where colours and links change, line by line', () => {
  const text = "select 1 -- a\n-- b\nfrom {{ ref('orders') }}\n"
  const lines = toLines({
    text,
    // select, 1, a comment of two lines, the template
    marks: [0, 6, 0, 1, 1, 2, 1, 9, 3, 6, 19, 5],
    links: [{ start: text.indexOf('orders'), length: 6, id: 'model.shop.orders' }],
  })
  expect(lines).toEqual([
    [
      { text: 'select', class: 'keyword' },
      { text: ' ' },
      { text: '1', class: 'number' },
      { text: ' ' },
      { text: '-- a', class: 'comment' },
    ],
    [{ text: '-- b', class: 'comment' }],
    [
      { text: 'from ' },
      { text: "{{ ref('", class: 'jinja' },
      { text: 'orders', class: 'jinja', id: 'model.shop.orders' },
      { text: "') }}", class: 'jinja' },
    ],
  ])
})

it('has nothing to cut in a plain text', () => {
  expect(toLines({ text: 'a\n\nb', marks: [], links: [] })).toEqual([
    [{ text: 'a' }],
    [],
    [{ text: 'b' }],
  ])
})
