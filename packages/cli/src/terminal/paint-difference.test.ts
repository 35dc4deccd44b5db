import { expect, test } from 'vitest'
import { createPainter, plain } from './paint.ts'
import { paintDifference } from './paint-difference.ts'

const message =
  '\n\nactual differs from expected:\n\n@@ ,id,c\r\n→  ,1 ,a→b\r\n+++,2 ,x\r\n---,3 ,y\r\n   ,4 ,z\r\n\n'

test('without colours the table is what it was, indented', () => {
  expect(paintDifference(message, plain).split('\n')).toEqual([
    '  actual differs from expected:',
    '',
    '  @@ ,id,c',
    '  →  ,1 ,a→b',
    '  +++,2 ,x',
    '  ---,3 ,y',
    '     ,4 ,z',
  ])
})

test('with colours, the marks tell which', () => {
  const paint = createPainter(true)
  const text = paintDifference(message, paint)
  expect(text).toContain(paint.good('+++,2 ,x'))
  expect(text).toContain(paint.bad('---,3 ,y'))
  expect(text).toContain(`a${paint.warn('→')}b`)
})
