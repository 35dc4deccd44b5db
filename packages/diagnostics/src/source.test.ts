import { describe, expect, it } from 'vitest'
import { renderText } from './render-text.ts'
import { findLine, offsetAt, positionAt, span } from './source.ts'

const piece = { path: 'big.csv', text: 'a,b\nc,"d', firstLine: 700 }

describe('a piece of a file', () => {
  it('counts lines from where it begins', () => {
    expect(positionAt(piece, 6)).toEqual({ line: 701, column: 3 })
    expect(offsetAt(piece, { line: 701, column: 3 })).toBe(6)
    expect([699, 700, 701, 702].map((line) => findLine(piece, line))).toEqual([
      undefined,
      'a,b',
      'c,"d',
      undefined,
    ])
  })

  it('is shown without the lines above it', () => {
    const item = { code: 'load-quote-open', severity: 'error', message: 'm', params: {} } as const
    expect(renderText({ ...item, span: span(piece, 6, 7) }).split('\n')).toEqual([
      'error[load-quote-open]: m',
      '  --> big.csv:701:3',
      '  700 | a,b',
      '  701 | c,"d',
      '      |   ^',
    ])
  })
})
