import { compileTemplate, parse, render, scopeOf, toText, type Value } from '@btn/jinja'
import { describe, expect, it } from 'vitest'
import { modules } from '../names/modules.ts'
import type { Context } from '../context.ts'
import { toValue } from '../values/sql-value.ts'

// Modules look at how they are rendered, and at nothing else.
const scope = scopeOf({
  modules: modules({ mode: { kind: 'parse', capture: {} } } as unknown as Context),
  price: toValue({ kind: 'decimal', text: '12.50' }),
  day: toValue({ kind: 'date', text: '2024-02-29' }),
  at: toValue({ kind: 'timestamp', text: '2024-02-29 13:05:09.5' }),
  zoned: toValue({ kind: 'timestamptz', text: '2024-02-29 13:05:09+01' }),
  big: toValue(9007199254740993n),
  real: toValue(0.1),
})

async function rendered(text: string): Promise<string> {
  const { value, diagnostics } = parse({ path: 'test.sql', text })
  expect(diagnostics).toEqual([])
  const result: Value = await render(compileTemplate(value), scope)
  return toText(result)
}

// Expected values are those of Python 3.11.
describe('values of query results', () => {
  const cases: readonly [string, string][] = [
    [
      '{{ price }} {{ price + 1 }} {{ price * 2 }} {{ [price] }}',
      "12.50 13.50 25.00 [Decimal('12.50')]",
    ],
    ['{{ price / 3 }}', '4.166666666666666666666666667'],
    ['{{ price > 12 }} {{ price == 12.5 }} {{ price | int }}', 'True True 12'],
    ['{{ day }} {{ [day] }}', '2024-02-29 [datetime.date(2024, 2, 29)]'],
    [
      '{{ at }} {{ [at] }}',
      '2024-02-29 13:05:09.500000 [datetime.datetime(2024, 2, 29, 13, 5, 9, 500000)]',
    ],
    ['{{ zoned }}', '2024-02-29 13:05:09+01:00'],
    ["{{ at.strftime('%d.%m.%Y %H:%M %j %a') }} {{ at.year }}", '29.02.2024 13:05 060 Thu 2024'],
    ['{{ big }} {{ real }}', '9007199254740993 0.1'],
  ]
  it.each(cases)('%s', async (template, expected) => {
    expect(await rendered(template)).toBe(expected)
  })
})

describe('modules', () => {
  const cases: readonly [string, string][] = [
    ['{{ modules.datetime.date(2024, 3, 1) - modules.datetime.timedelta(days=1) }}', '2024-02-29'],
    [
      "{{ modules.datetime.datetime.strptime('01/02/24 5 PM', '%d/%m/%y %I %p').isoformat() }}",
      '2024-02-01T17:00:00',
    ],
    ['{{ (modules.datetime.date(2024, 3, 1) - modules.datetime.date(2024, 2, 1)).days }}', '29'],
    ['{{ modules.datetime.timedelta(days=1, hours=-1) }}', '23:00:00'],
    [
      "{{ modules.pytz.timezone('Europe/Berlin').localize(modules.datetime.datetime(2024, 7, 1, 12)).isoformat() }}",
      '2024-07-01T12:00:00+02:00',
    ],
    [
      "{{ modules.datetime.datetime(2024, 1, 1, 12, tzinfo=modules.pytz.utc).astimezone(modules.pytz.timezone('Asia/Tokyo')) }}",
      '2024-01-01 21:00:00+09:00',
    ],
    [
      "{{ modules.datetime.datetime(1997, 9, 29, 6, 14, tzinfo=modules.pytz.timezone('America/Los_Angeles')) }}",
      '1997-09-29 06:14:00-07:53',
    ],
    ["{{ modules.re.sub('(?P<a>[0-9]+)', '<\\\\g<a>>', 'a1b22') }}", 'a<1>b<22>'],
    [
      "{{ modules.re.match('b', 'abc') is none }} {{ modules.re.search('b(.)', 'abc').group(1) }}",
      'True c',
    ],
    [
      "{{ modules.re.findall('[a-z]', 'a1b') }} {{ modules.re.split(',\\\\s*', 'a, b,c') }}",
      "['a', 'b'] ['a', 'b', 'c']",
    ],
    ["{{ modules.itertools.product([1, 2], ['a']) | list }}", "[(1, 'a'), (2, 'a')]"],
  ]
  it.each(cases)('%s', async (template, expected) => {
    expect(await rendered(template)).toBe(expected)
  })
})
