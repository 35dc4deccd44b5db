import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { problemOf, useFiles } from './test-support.ts'

const { load, path, query } = useFiles()

describe('encodings', () => {
  const text = 'name,city\nZoë,Köln\n"a\r\nb",x\n'
  const rows = [
    [2, 'Zoë', 'Köln'],
    [3, 'a\r\nb', 'x'],
  ]
  it.each([
    ['utf-16le, with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), {}],
    ['utf-16be, with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), {}],
    ['utf-16le', Buffer.from(text, 'utf16le'), { encoding: 'utf-16le' }],
    ['latin-1', Buffer.from(text, 'latin1'), { encoding: 'latin1' }],
    ['windows-1252', Buffer.from(text, 'latin1'), { encoding: 'windows-1252' }],
    ['utf-8 with a mark', Buffer.from(`\uFEFF${text}`), { encoding: 'utf-8' }],
  ])('%s', async (_, bytes, options) => {
    expect((await load('a.csv', bytes, options)).rows).toEqual(rows)
  })
  it('others that Node knows', async () => {
    const sjis = Buffer.from([0x61, 0x0a, 0x93, 0xfa, 0x96, 0x7b, 0x0a])
    expect((await load('b.csv', sjis, { encoding: 'shift_jis' })).rows).toEqual([[2, '日本']])
  })
  it('characters of several bytes wherever a block ends', async () => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const text = `a\n${shift}${`${'€😀é'.repeat(10)}\n`.repeat(30_000)}`
      expect((await load('g.csv', text)).file.rows).toBe(30_000)
    }
  })
  it('rows that are no text are told apart, the others are read', async () => {
    const bytes = Buffer.from('a,b\r\n1,"x\ny"\r\n2,caf\xe9\r\n3,z\r\n4\xff\r\n', 'latin1')
    const { rows, unreadable, file } = await load('c.csv', bytes)
    expect(rows).toEqual([
      [2, '1', 'x\ny'],
      [5, '3', 'z'],
    ])
    expect(unreadable).toEqual([
      [4, 'invalid_encoding', '2,caf\\xE9'],
      [6, 'too_few_columns', '4\\xFF'],
    ])
    expect(file.badText).toMatchObject({ line: 4, bytes: 'E9', encoding: 'UTF-8' })
    const cut = Buffer.from('a\n1\n€').subarray(0, 6)
    expect((await load('d.csv', cut)).unreadable).toEqual([[3, 'invalid_encoding', '\\xE2\\x82']])
    const sjis = Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xff, 0xff, 0x0a])
    const found = (await load('e.csv', sjis, { encoding: 'shift_jis' })).unreadable
    expect(found).toEqual([[3, 'invalid_encoding', '\uFFFD\uFFFD']])
    const json = Buffer.from('{"a": "ü"}\n{"a": "\xfc"}\n', 'latin1')
    expect((await load('f.jsonl', json)).unreadable).toHaveLength(2)
  })
  it('a row over several blocks is no text wherever the bad byte is', async () => {
    const long = 'é'.repeat(1_500_000)
    const text = Buffer.concat([
      Buffer.from(`a\n\u20ac`),
      Buffer.from([0xff]),
      Buffer.from(`${long}\nx\n`),
    ])
    const { rows, unreadable } = await load('l.csv', text)
    expect(rows).toEqual([[3, 'x']])
    expect(unreadable.map(([line, reason]) => [line, reason])).toEqual([[2, 'invalid_encoding']])
  })
  it('names that are no text are a mistake of the file', async () => {
    const bytes = Buffer.from('\na,caf\xe9\n1,2\n', 'latin1')
    expect(await problemOf(load('m.csv', bytes))).toBe('load-encoding:2')
  })
})

describe('packed files', () => {
  const text = 'a,b\n1,x\n2,"y\nz"\n3\n'
  it('gzip, in one piece or several, whatever the file is called', async () => {
    const { rows, unreadable, file } = await load('a.csv.gz', gzipSync(text))
    expect(rows).toEqual([
      [2, '1', 'x'],
      [3, '2', 'y\nz'],
    ])
    expect(unreadable).toEqual([[5, 'too_few_columns', '3']])
    expect(file).toMatchObject({ format: 'csv', bytes: gzipSync(text).length })
    const pieces = Buffer.concat([gzipSync('a\n1\n'), gzipSync('2\n')])
    expect((await load('b.csv', pieces)).rows).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })
  it('zstd', async () => {
    const target = path('z.csv.zst')
    await query(
      `copy (select range as a, 'é' as b from range(100000)) to '${target}' (compression zstd)`,
    )
    const { rows, file } = await load('y.csv.zst', await readFile(target))
    expect(file).toMatchObject({ rows: 100_000, shape: { compression: 'zstd' } })
    expect(rows.at(-1)).toEqual([100_001, '99999', 'é'])
  })
  it('of many blocks', async () => {
    const target = path('w.csv.zst')
    const rows = "select md5(range::varchar) as a, 'é€😀' as b from range(100000)"
    await query(`copy (${rows}) to '${target}' (compression zstd)`)
    const { file } = await load('x.csv.zst', await readFile(target))
    expect(file.bytes).toBeGreaterThan(1_500_000)
    expect(file).toMatchObject({ rows: 100_000, unreadable: { count: 0 } })
  })
  it('damaged ones', async () => {
    const packed = gzipSync('a,b\n'.repeat(1000))
    expect(await problemOf(load('c.csv.gz', packed.subarray(0, 30)))).toBe('load-file-damaged')
    packed[20] = 0xff
    expect(await problemOf(load('d.csv.gz', packed))).toBe('load-file-damaged')
    const target = path('cut.csv.zst')
    await query(`copy (select range as a from range(100000)) to '${target}' (compression zstd)`)
    const half = (await readFile(target)).subarray(0, 20_000)
    expect(await problemOf(load('f.csv.zst', half))).toBe('load-file-damaged')
    const zstd = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4])
    expect(await problemOf(load('e.csv.zst', zstd))).toBe('load-file-damaged')
  })
})

describe('JSON', () => {
  it('lines, broken ones too, without blank ones', async () => {
    const { rows, file } = await load('a.jsonl', '{"a": 1}\n\n{"a": \n \t\r\n{"b":"é"}')
    expect(rows).toEqual([
      [1, '{"a": 1}'],
      [3, '{"a": '],
      [5, '{"b":"é"}'],
    ])
    expect(file.header).toEqual(['a', 'b'])
  })
  it('lines in a file called .json', async () => {
    const { rows } = await load('b.json', '{"a": 1}\n{"a": \n{"a": 3}\n')
    expect(rows.map(([line]) => line)).toEqual([1, 2, 3])
  })
  it('lists over several lines', async () => {
    const text = '\n[\n  {"a": "]}\\"",\n   "b": [1, 2]},\n  {"a": {}}, 5\n,"x"\n]\n'
    expect((await load('c.json', text)).rows).toEqual([
      [3, '{"a": "]}\\"",    "b": [1, 2]}'],
      [5, '{"a": {}}'],
      [5, '5'],
      [6, '"x"'],
    ])
  })
  it('objects that follow one another', async () => {
    const { rows } = await load('d.json', '{\r\n "a": 1\r\n}\r\n{\r\n "a": 2\r\n}')
    expect(rows).toEqual([
      [1, '{   "a": 1  }'],
      [4, '{   "a": 2  }'],
    ])
  })
  it('rows with bytes that JSON does not have', async () => {
    const { rows, unreadable } = await load('e.jsonl', '{"a": 1}\n{"a": "\x1f"}\n{"a": 3}\n')
    expect(rows.map(([line]) => line)).toEqual([1, 3])
    expect(unreadable).toEqual([[2, 'control_character', '{"a": "\x1f"}']])
  })
  it('long values', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(3_000_000) })
    const { rows } = await load('f.jsonl', `${long}\n{}\n`)
    expect(rows.map(([line, text]) => [line, String(text).length])).toEqual([
      [1, long.length],
      [2, 2],
    ])
    const { unreadable } = await load('g.json', `[${long},\n{}]`, { maxField: 1_000_000 })
    expect(unreadable.map(([line, reason]) => [line, reason])).toEqual([[1, 'row_too_long']])
  })
  it('empty files', async () => {
    expect((await load('h.jsonl', '')).rows).toEqual([])
    expect((await load('i.json', '[]')).rows).toEqual([])
  })
  it('says where what is never closed begins', async () => {
    expect(await problemOf(load('j.json', '[\n{"a": 1},\n{"a": [1, 2}\n'))).toBe('load-json-open:3')
    expect(await problemOf(load('k.json', '\n[\n{"a": 1},\n'))).toBe('load-json-open:2')
  })
})

describe('Parquet', () => {
  it('has typed columns and numbered rows', async () => {
    const target = path('p.parquet')
    await query(`copy (select range as id, 'x' as "Filename" from range(3)) to '${target}'`)
    const { file, rows } = await load('q.parquet', await readFile(target))
    expect(file).toMatchObject({ header: ['id', 'Filename'], rows: 3 })
    expect(rows).toEqual([
      [1, 0, 'x'],
      [2, 1, 'x'],
      [3, 2, 'x'],
    ])
  })
  it('damaged, or something else', async () => {
    expect(await problemOf(load('r.parquet', 'PAR1 no'))).toBe('load-file-damaged')
    expect(await problemOf(load('s.csv', 'PAR1 no'))).toBe('load-file-format')
    expect(await problemOf(load('t.csv', 'PK\x03\x04'))).toBe('load-file-format')
  })
})
