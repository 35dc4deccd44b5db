import { diagnostic, span, type Source, type Span } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { fakeModel } from './fake-runtime.ts'
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
function moved(first: Source | undefined, ...callers: readonly Source[]): readonly string[] {
  const related = callers.map((source) => ({ message: 'called here', span: at(source) }))
  const item = diagnostic(
    'database-error',
    { problem: 'x' },
    { ...(first && { span: at(first) }), related },
  )
  const result = toUserPlace(runtime, model, item, span(file, 0))
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
    ['does not show what stands for a file', [standIn], ['models/m.sql:0']],
  ])('%s', (_, [first, ...callers], expected) => {
    expect(moved(first, ...callers.filter((source) => source !== undefined))).toEqual(expected)
  })
})
