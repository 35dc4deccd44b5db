import { diagnostic, span, type Source, type Span } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { SENT } from './database-problem.ts'
import { fakeModel, fakeTest } from './fake-runtime.ts'
import type { Node } from '../types/index.ts'
import { toUserPlace } from './user-place.ts'

const model = fakeModel('m', 'select {{ a() }}')
const file: Source = { path: model.file, text: model.rawCode }
const macros: Source = { path: 'macros/a.sql', text: '{% macro a() %}{{ b() }}{% endmacro %}' }
const builtIn: Source = { path: 'btn:/dbt/macros/b.sql', text: '{% macro b() %}{% endmacro %}' }
const standIn: Source = { path: model.file, text: '{{ test() }}' }
const runtime = { findSource: (path: string) => (path === file.path ? file : undefined) }

function at(source: Source): Span {
  return span(source, 1, 2)
}

/** The places of the diagnostic after it was moved: main one first. */
function moved(
  node: Node,
  first: Source | undefined,
  ...callers: readonly Source[]
): readonly string[] {
  const related = callers.map((source) => ({ message: 'called here', span: at(source) }))
  const item = diagnostic(
    'database-error',
    { problem: 'x' },
    { ...(first && { span: at(first) }), related },
  )
  const result = toUserPlace(runtime, node, item, span(file, 0))
  return [result.span, ...(result.related ?? []).map((it) => it.span)].map((place) =>
    place ? `${place.source.path}:${place.start}` : 'nowhere',
  )
}

describe('toUserPlace', () => {
  it.each<[string, readonly (Source | undefined)[], readonly string[]]>([
    ['keeps a place of the user', [macros, file], ['macros/a.sql:1', 'models/m.sql:1']],
    ['leaves built-in macros out', [file, builtIn], ['models/m.sql:1']],
    ['moves out of built-in macros', [builtIn, macros, file], ['macros/a.sql:1', 'models/m.sql:1']],
    ['falls back when nothing else is there', [builtIn, builtIn], ['models/m.sql:0']],
    ['falls back without a place', [undefined], ['models/m.sql:0']],
  ])('%s', (_, [first, ...callers], expected) => {
    expect(moved(model, first, ...callers.filter((source) => source !== undefined))).toEqual(
      expected,
    )
  })
})

it('does not show the call that stands for a test in YAML', () => {
  const test = { ...fakeTest('t', ''), file: file.path }
  expect(moved(test, standIn)).toEqual(['models/m.sql:0'])
})

it('shows a place in a seed, of which no text is kept', () => {
  expect(moved(model, standIn)).toEqual(['models/m.sql:1'])
})

it('takes the innermost call for the place, not the SQL that was sent', () => {
  const sent = { message: SENT, span: at({ path: 'target/run/m.sql', text: 'select' }) }
  const call = { message: '"run_query" is called here', span: at(macros) }
  const item = diagnostic('database-error', { problem: 'x' }, { related: [sent, call] })
  const moved = toUserPlace(runtime, model, item, span(file, 0))
  expect([moved.span, moved.related]).toEqual([call.span, [sent]])
})
