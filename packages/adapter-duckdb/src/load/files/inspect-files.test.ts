import { createHash } from 'node:crypto'
import { DiagnosticError } from '@btn/diagnostics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemOf, useFiles } from './test-support.ts'

const { load } = useFiles()

describe('delimited text', () => {
  it('reads a plain file', async () => {
    const text = 'id,name\n1,a\n2,b\n'
    const { file, rows } = await load('a.csv', text)
    expect(rows).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
    ])
    const checksum = createHash('sha256').update(text).digest('hex')
    expect(file).toMatchObject({ header: ['id', 'name'], bytes: 16, checksum, lines: { first: 2 } })
  })

  it.each(['\n', '\r\n', '\r'])('knows the lines of rows where lines end with %j', async (end) => {
    const lines = ['id,name', '1,"a', 'b"', '', '2,c', '3', '4,d,e', '5,f']
    const { rows, unreadable } = await load('b.csv', lines.join(end))
    expect(rows).toEqual([
      [2, '1', `a${end}b`],
      [5, '2', 'c'],
      [8, '5', 'f'],
    ])
    expect(unreadable).toEqual([
      [6, 'too_few_columns', '3'],
      [7, 'too_many_columns', '4,d,e'],
    ])
  })

  it('reads lines that end in several ways', async () => {
    const { file, rows } = await load('c.csv', 'a,b\r\n1,x\n2,"y\r\nz"\r3,w\r\n')
    expect(rows).toEqual([
      [2, '1', 'x'],
      [3, '2', 'y\r\nz'],
      [5, '3', 'w'],
    ])
    expect(file.readPath).not.toBe(file.path)
  })

  it('does not let a quoted line break stand for all', async () => {
    const first = await load('d.csv', 'a,b\n1,"x\r\ny"\n2,z\n')
    expect(first.rows).toEqual([
      [2, '1', 'x\r\ny'],
      [4, '2', 'z'],
    ])
    const second = await load('e.csv', '"a\nb",c\r\n1,"x\ny"\r\n2,z')
    expect(second.rows).toEqual([
      [3, '1', 'x\ny'],
      [5, '2', 'z'],
    ])
  })

  it('keeps what follows a misplaced quote', async () => {
    const { rows, unreadable } = await load('f.csv', 'a,b\n1,"x"y\n2,z\n"3"",4\n5",w\n6,v\n')
    expect(rows).toEqual([
      [3, '2', 'z'],
      [4, '3",4\n5', 'w'],
      [6, '6', 'v'],
    ])
    expect(unreadable).toEqual([[2, 'misplaced_quote', '1,"x"y']])
  })

  it('knows a byte order mark, blank lines on top, blanks around names and names that stand there twice', async () => {
    const { file, rows } = await load(
      'g.csv',
      '\uFEFF\n\n Id , Full Name ,id,,filename\n1,2,3,4,5\n',
    )
    expect(rows).toEqual([[4, '1', '2', '3', '4', '5']])
    expect(file.header).toEqual(['Id', 'Full Name', 'id', '', 'filename'])
    expect(file.shape).toMatchObject({
      columns: ['Id', 'Full Name', 'id_1', 'column_4', 'filename_1'],
    })
  })

  it('reads other delimiters, quotes and escapes', async () => {
    const tabs = await load('h.tsv', 'a\tb\n1\t"x\ty"\n')
    expect(tabs.rows).toEqual([[2, '1', 'x\ty']])
    const pipes = await load('i.txt', "a|b\n1|'it\\'s'\n", {
      format: 'csv',
      delimiter: '|',
      quote: "'",
      escape: '\\',
    })
    expect(pipes.rows).toEqual([[2, '1', "it's"]])
    const long = await load('j.csv', 'a||b\n1|2||"x||y"\n3||4||\n', { delimiter: '||' })
    expect(long.rows).toEqual([
      [2, '1|2', 'x||y'],
      [3, '3', '4'],
    ])
    const none = await load('k.csv', 'a,b\n"1,2"\n', { quote: '' })
    expect(none.rows).toEqual([[2, '"1', '2"']])
  })

  it('counts the columns of the first row where there is no header', async () => {
    const { file, rows, unreadable } = await load('l.csv', '\n1,2\n3\n4,5', { header: false })
    expect(rows).toEqual([
      [2, '1', '2'],
      [4, '4', '5'],
    ])
    expect(unreadable).toEqual([[3, 'too_few_columns', '3']])
    expect(file.header).toBeUndefined()
  })

  it('takes a blank line for a row where there is one column', async () => {
    const { rows } = await load('m.csv', 'a\n1\n\n3\n')
    expect(rows).toEqual([
      [2, '1'],
      [3, null],
      [4, '3'],
    ])
  })

  it('reads NUL bytes, and fields of several megabytes', async () => {
    const long = 'x'.repeat(5_000_000)
    const { rows } = await load('n.csv', `a,b\n1,\0\n2,"${long}"\n3,y\n`)
    expect(rows.map(([line, , text]) => [line, String(text).length])).toEqual([
      [2, 1],
      [3, 5_000_000],
      [4, 1],
    ])
  })

  it('keeps the beginning of a row that is longer than rows may be', async () => {
    const long = 'x'.repeat(3_000_000)
    const text = `a,b\n1,2\n3,"${long}\n${long}"\n4,5\n`
    const { rows, unreadable, file } = await load('o.csv', text, { maxField: 2_000_000 })
    expect(rows).toEqual([
      [2, '1', '2'],
      [5, '4', '5'],
    ])
    const [[line, reason, raw] = []] = unreadable
    expect([line, reason, String(raw).slice(0, 5)]).toEqual([3, 'row_too_long', '3,"xx'])
    expect(String(raw).length).toBeLessThan(20_000)
    expect(file.longestRow).toBeLessThan(2_000_000)
  })

  it.each([
    ['a,b\n1,x\n', true],
    ['a,b\n1, x\n', false],
    ['a,b\n1,x \n', false],
    ['a,b\n1,"x "\n', false],
    ['a,b\n1,"\tx"\n', false],
    ['a, b\n1,x\n', true],
  ])('says whether %j has blanks to trim', async (text, isTrimmed) => {
    expect((await load('t.csv', text)).file.isTrimmed).toBe(isTrimmed)
  })

  it('has no rows where there is only a header', async () => {
    const { file } = await load('u.csv', 'a,b')
    expect(file).toMatchObject({ rows: 0, header: ['a', 'b'] })
  })
})

describe('what cannot be read', () => {
  it('is a quote that is never closed, with the line it begins in', async () => {
    const problem = await problemOf(load('open.csv', 'a,b\n1,2\n3,"x\ny\n'))
    expect(problem).toBe('load-quote-open:3')
  })
  it('shows the line where a quote begins, and where in it', async () => {
    for (const [text, shown, column] of [
      ['a,b\n3,  "x\ny\n', '3,  "x', 4],
      ['a,b\n"1\n2", "x\r\ny', '2", "x', 4],
      [`a,b\n1,"${'x'.repeat(300_000)}`, `1,"${'x'.repeat(197)}`, 2],
    ] as const) {
      const error: unknown = await load('open.csv', text).catch((it: unknown) => it)
      const [item] = error instanceof DiagnosticError ? error.diagnostics : []
      expect(item?.span).toMatchObject({ source: { text: shown }, start: column })
    }
  })
  it('is an empty file', async () => {
    expect(await problemOf(load('empty.csv', ''))).toBe('load-file-empty')
    expect(await problemOf(load('empty.csv', '\uFEFF\n\n'))).toBe('load-file-empty')
  })
  it.each([
    [{ delimiter: '' }],
    [{ delimiter: '\n' }],
    [{ delimiter: '|||||' }],
    [{ quote: 'ab' }],
    [{ quote: ',' }],
    [{ encoding: 'klingon' }],
  ])('are options like %j', async (options) => {
    expect(await problemOf(load('options.csv', 'a,b\n', options))).toBe('load-option')
  })
})

describe('DuckDB sees the rows that were seen before', () => {
  const piece = fc.constantFrom('a', 'bc', '"', '""', ',', ' ', '\n', '\r\n', '\r', 'é', '\t', '1')
  it('in any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        try {
          await load('p.csv', `x,y\n${pieces.join('')}`)
        } catch (error) {
          if (!(error instanceof DiagnosticError)) throw error
        }
      }),
      { numRuns: 150, seed: 5 },
    )
  }, 120_000)

  const value = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '😀', ';'),
    maxLength: 6,
  })
  it('with every value and line, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value, value), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (records, end, hasLastBreak) => {
          const lines = ['a,b,c', ...records.map((fields) => fields.map(quote).join(','))]
          const text = lines.join(end) + (hasLastBreak ? end : '')
          const { rows } = await load('v.csv', text)
          let line = 2
          const expected = records.map((fields) => {
            const row = [line, ...fields.map((it) => (it === '' ? null : it))]
            line += fields.join('').split(/\r\n|\n/).length
            return row
          })
          expect(rows).toEqual(expected)
        },
      ),
      { numRuns: 150, seed: 6 },
    )
  }, 120_000)
})

function quote(field: string): string {
  return `"${field.replaceAll('"', '""')}"`
}
