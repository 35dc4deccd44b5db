import { DatabaseError } from '@btn/adapter'
import { span, TracedText, TracedTextBuilder, type Source } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { toDiagnostic } from './database-problem.ts'

const model: Source = {
  path: 'models/m.sql',
  text: "{{ config(unique_key='idd') }}\nselect nope from (",
}
const builtIn: Source = { path: 'btn:/dbt/macros/create.sql', text: 'create table ( idd );' }

/** The query of the model inside what a built-in macro writes around it. */
function sent(): TracedText {
  const start = model.text.indexOf('select')
  const query = new TracedTextBuilder()
  query.addVerbatim(model.text.slice(start), span(model, start, model.text.length))
  const around = new TracedTextBuilder()
  around.addVerbatim('create table (', span(builtIn, 0, 14))
  around.addText(query.finish())
  around.addVerbatim(' idd );', span(builtIn, 14, 21))
  return around.finish()
}

const sql = sent()
const place = {
  fallback: span(model, 0),
  sqlPath: 'target/run/m.sql',
  isUsers: (source: Source) => source === model,
}

function shown(message: string, word: string | undefined, details = {}) {
  const offset = word === undefined ? undefined : sql.text.lastIndexOf(word)
  const item = toDiagnostic(new DatabaseError(message, { offset, ...details }), sql, place)
  const text = item.span && model.text.slice(item.span.start, item.span.end)
  return [text, item.related?.map((it) => it.span.source.path).join(), item.hint]
}

describe('toDiagnostic', () => {
  it.each([
    ['a name in the query', 'Binder Error: x', 'nope', ['nope', undefined, undefined]],
    [
      'a name that a setting gave',
      'Binder Error: x',
      'idd',
      ['idd', 'target/run/m.sql', undefined],
    ],
    ['something left open', 'Parser Error: x', ')', ['(', 'target/run/m.sql', undefined]],
    ['no position at all', 'Constraint Error: x', undefined, [undefined, undefined, undefined]],
  ])('shows %s', (_, message, word, expected) => {
    expect(shown(message, word)).toEqual(expected)
  })

  it.each([
    [['id', 'amount'], undefined],
    [['s.nope', 'day', 'nope_at'], 'What comes near: s.nope, nope_at.'],
    [['nopes', 'far'], 'Did you mean "nopes"?'],
    [['pg_indexes'], undefined],
    [[], undefined],
  ])('makes a hint of the candidates %j', (candidates, hint) => {
    const details = { candidates, missingName: candidates.length > 0 ? 'nope' : undefined }
    expect(shown('Binder Error: x', 'nope', details)[2]).toBe(hint)
  })

  it('asks for advice when a relation is missing, and only then', () => {
    const advised = { ...place, adviseMissing: (name: string) => `build ${name}` }
    const hint = (message: string) =>
      toDiagnostic(new DatabaseError(message, { missingName: 'nope' }), sql, advised).hint
    expect(hint('Catalog Error: Table with name nope does not exist!')).toBe('build nope')
    expect(hint('Binder Error: Referenced column "nope" not found')).toBeUndefined()
  })
})
