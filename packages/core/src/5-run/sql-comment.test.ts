import { DatabaseError } from '@btn/adapter'
import { expect, test } from 'vitest'
import { addComment, withoutComment } from './sql-comment.ts'

const before = { text: 'by btn', append: false }
const after = { text: 'by btn', append: true }

test.each([
  ['select 1', undefined, 'select 1'],
  ['select 1', before, '/* by btn */\nselect 1'],
  ['select 1;\n', after, 'select 1\n/* by btn */;'],
  ['select 1\n', after, 'select 1\n/* by btn */'],
])('%j with %j', (sql, comment, expected) => {
  expect(addComment(sql, comment)).toBe(expected)
})

test('an error points into the text that the user wrote', () => {
  const sql = 'select nothing'
  const offset = addComment(sql, before).indexOf('nothing')
  const error = withoutComment(new DatabaseError('no', { offset }), before)
  expect(error).toMatchObject({ offset: sql.indexOf('nothing'), message: 'no' })
})
