import { expect, it } from 'vitest'
import { formOf, tellsName } from './query-form.ts'

const north = { name: 'north', written: '"d"."s"."north"' }
const south = { name: 'south', written: '"d"."s"."south"' }
const form = (text: string, inputs = [north], elsewhere = '') => formOf(text, inputs, elsewhere)

it('is the same for queries that read other relations in the same way', () => {
  const query = ({ written }: typeof north) => `select id from ${written} where id > 1`
  expect(form(query(north))).toEqual(form(query(south), [south]))
  expect(form(query(north)).nameless).toEqual([true])
})

it('tells relations apart by their numbers', () => {
  const query = (a: typeof north, b: typeof north) => `from ${a.written} join ${b.written} using(a)`
  const inputs = [north, south]
  expect(form(query(north, south), inputs)).not.toEqual(form(query(south, north), inputs))
})

it.each([
  ['is not there', 'select 1', ''],
  ['qualifies a column', 'select NORTH.id from "d"."s"."north"', ''],
  ['is that of a table expression', 'with north as (from "d"."s"."north") from north', ''],
  ['is written in two ways', 'from "d"."s"."north", D.S.North', ''],
  ['is in what hooks have made', 'from "d"."s"."north", seen', 'create view seen as from north'],
])('counts a name that %s', (_what, text, elsewhere) => {
  expect(form(text, [north], elsewhere).nameless).toEqual([false])
})

it('counts names that two relations share', () => {
  const other = { name: 'North', written: '"d"."t"."North"' }
  const text = `from ${north.written}, ${other.written}`
  expect(form(text, [north, other]).nameless).toEqual([false, false])
})

it('knows columns that the engine has named after a relation', () => {
  expect(tellsName('(SELECT max(a) FROM d.s.north)', north)).toBe(true)
  expect(tellsName(`'"d"."s"."north"'`, north)).toBe(true)
  expect(tellsName('north_id', north)).toBe(false)
})
