import type { Origin, TracedText } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { renderTraced, type Setting } from '../testing/render-text.ts'

function render(text: string, setting: Setting = {}): TracedText {
  const result = renderTraced(text, setting)
  if (result instanceof Promise) throw new Error('something waited')
  return result
}

/** Where the first character of a piece of the output was written: the piece of the template, and the calls. */
function whereIs(piece: string, text: string, setting?: Setting): string | undefined {
  const traced = render(text, setting)
  return describeOrigin(traced.originAt(traced.text.indexOf(piece)))
}

function describeOrigin(origin: Origin | undefined): string | undefined {
  if (!origin) return undefined
  const { span, frames, isVerbatim } = origin
  const text = span.source.text.slice(span.start, isVerbatim ? span.start + 3 : span.end)
  const calls = frames.map((it) =>
    it.callSite.source.text.slice(it.callSite.start, it.callSite.end),
  )
  return [text, ...calls].join(' < ')
}

const macros = `
{% macro inner(x) %}inn {{ x }}{% endmacro %}
{% macro outer(x) %}out {{ inner(x) }} {{ caller() if caller }}{% endmacro %}
{% macro keep(x) %}{{ return(x) }}{% endmacro %}`

describe('every piece of the output knows where it was written', () => {
  it.each([
    ['abc', 'abc', 'abc'],
    ['7', 'a {{ 3 + 4 }} b', '3 + 4'],
    ['inn', '{{ outer(5) }}', 'inn < inner(x) < outer(5)'],
    ['5', '{{ outer(5) }}', 'x < inner(x) < outer(5)'],
    ['XYZ', '{% call outer(5) %}XYZ{% endcall %}', 'XYZ < caller() < outer(5)'],
    ['sel', '{% set q %}sel{% endset %}{{ q }}', 'sel'],
    ['sel', '{% set q %}sel{% endset %}{{ keep(q) }}', 'sel'],
    ['sel', '{% set q %} sel {% endset %}{{ q | trim }}', 'sel'],
    ['sel', '{% set q %}  sel{% endset %}{{ q.strip() }}', 'sel'],
    ['sel', '{% set q %}a\nsel{% endset %}{{ q | indent(4) }}', 'sel'],
    ['sel', '{% set q %}x sel{% endset %}{{ "a" ~ q ~ "b" }}', 'sel'],
    ['sel', '{% set q %}x sel{% endset %}{{ "a" + q }}', 'sel'],
    ['sel', '{% set q %}sel{% endset %}{{ [1, q] | join(", ") }}', 'sel'],
    ['sel', '{% set q %}sel{% endset %}{{ ", ".join([q, q]) }}', 'sel'],
    ['sel', '{% set q %}x sel{% endset %}{{ q | replace("x", "yy") }}', 'sel'],
    ['yy', '{% set q %}x sel{% endset %}{{ q | replace("x", "yy") }}', 'x'],
    ['SEL', '{% set q %}sel{% endset %}{{ q | upper }}', 'q | upper'],
    ['sel', '{% filter trim %} sel {% endfilter %}', 'sel'],
    ['b', '{% for a in ["b"] %}{{ a }}{% endfor %}', 'a'],
    ['raw', '{% raw %}raw{% endraw %}', 'raw'],
  ])('%j of %s', (piece, text, expected) => {
    expect(whereIs(piece, text, { macros })).toBe(expected)
  })

  it('also with the line ends of Windows', () => {
    const text = 'one\r\ntwo {{ 1 }}\r\nthree\r\n'
    const traced = render(text)
    expect(traced.text).toBe('one\ntwo 1\nthree')
    for (const word of ['one', 'two', 'three']) {
      expect(traced.originAt(traced.text.indexOf(word))?.span.start).toBe(text.indexOf(word))
    }
  })

  it('in the middle of a verbatim piece, too', () => {
    const traced = render('select {{ "x" }} from orders', { macros })
    expect(traced.originAt(traced.text.indexOf('orders'))).toMatchObject({ span: { start: 22 } })
  })
})

it('counts the characters of a text that grows without joining it each time', () => {
  // Kept joined, the texts of all rounds would have two thousand million characters.
  const traced = render(
    `{% set part %}🦆${'x'.repeat(499)}{% endset %}{% set ns = namespace(text=part, count=0) -%}
    {% for i in range(3000) %}{% set ns.text = ns.text ~ part %}{% set ns.count = ns.text | length %}{% endfor -%}
    {{ ns.count }}`,
  )
  expect(traced.text.trim()).toBe('1500500')
})

it('joins a text that grew in a loop without keeping what it was before', () => {
  // As deep as the loop is long, and of a thousand million characters if each depth were kept.
  const traced = render(
    `{% set row %}(1, 'a')${'x'.repeat(43)}{% endset %}{% set ns = namespace(text=row) -%}
    {% for i in range(6000) %}{% set ns.text = ns.text ~ row %}{% endfor -%}
    {{ ns.text == row }} {{ ns.text }}`,
  )
  expect(traced.text.length).toBe('False '.length + 6001 * 51)
})
