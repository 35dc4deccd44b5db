import { Dict, Float } from '@btn/jinja'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../context/python/decimal.ts'
import { finishJson, markJson } from './json-output.ts'

const finish = (text: string) => finishJson({ text })

describe('the output of a JSON template', () => {
  it('has values as JSON, and inside of texts without their quotes', () => {
    const text = `{"a": ${markJson('x "y"')}, "b": "at ${markJson('x "y"')}\\"${markJson(2)}"}`
    expect(finish(text)).toEqual({
      text: '{\n  "a": "x \\"y\\"",\n  "b": "at x \\"y\\"\\"2"\n}\n',
    })
  })

  it('keeps digits, and has no word for what is no number', () => {
    const decimal = Decimal.parse('1.10') ?? null
    const text = `[${[decimal, new Float(0.1), new Float(Infinity), 12n ** 20n, null].map(markJson).join()}]`
    expect(finish(text)).toEqual({
      text: '[\n  1.10,\n  0.1,\n  null,\n  3833759992447475122176,\n  null\n]\n',
    })
  })

  it('lays out what is nested', () => {
    const value = new Dict([
      ['n', 1],
      ['list', []],
    ])
    expect(finish(markJson(value))).toEqual({ text: '{\n  "n": 1,\n  "list": []\n}\n' })
  })

  it.each([
    ['{"a": 1', 7, '"," or "}" should stand here'],
    ['{a: 1}', 1, 'a key in double quotes should stand here'],
    ['[1] 2', 4, 'more follows behind the end of the value'],
    ['[01]', 2, '"," or "]" should stand here'],
    ['["a\nb"]', 1, 'no value stands here'],
    ['', 0, 'the text ends where a value should stand'],
  ])('says what is wrong with %s', (text, at, problem) => {
    expect(finish(text)).toEqual({ problem, at: Math.min(at, Math.max(0, text.length - 1)) })
  })

  it('tells the place in what was rendered', () => {
    const text = `{"a": ${markJson('long text')} "b": 1}`
    expect(finish(text)).toMatchObject({ at: text.indexOf('"b"') })
  })
})
