import { diagnostic, TracedText, type Diagnostic, type Source } from '@btn/diagnostics'
import type { Model, UnitTest, UnitTestRows } from '../../types/index.ts'
import { relocateYaml } from '../../yaml/index.ts'
import { findWritten } from '../find-written.ts'
import { compileUnitTest } from '../steps/run-unit-test.ts'
import { placeOf } from '../user-place.ts'
import { findUnknown } from './find-unknown.ts'
import { fine } from './fine.ts'
import { bindQuery, type Relocate } from './check-query.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import type { CheckWorker } from './worker.ts'

interface Tested {
  readonly test: UnitTest
  readonly tested: Model
}

/** A unit test with rows that are written as SQL: the model's query over them, and the query of what is expected. */
export async function checkUnitQuery(
  checker: Checker,
  about: Tested,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  const { test } = about
  const { runtime } = checker.input
  const relocate: Relocate = (items) => items.map((item) => toRows(checker, about, item))
  worker.begin()
  const rendered = await checker.attempt({ node: test }, worker, (context) =>
    compileUnitTest(context, runtime.openUnitTest(test, context.session)),
  )
  const doubt = checker.findOwnDoubt(test, worker)
  if ('mistakes' in rendered) {
    if (doubt) return { kind: 'unchecked', because: { why: 'parent', node: doubt.node } }
    checker.report(test, relocate(rendered.mistakes))
    return { kind: 'broken' }
  }
  const given = await bindQuery(checker, { node: test, sql: rendered.value, doubt, relocate })
  if (given.kind !== 'bound') return given
  const { rows } = test.expect
  if (typeof rows !== 'string') return fine
  const source = expectSource(test)
  const sql = TracedText.from(rows, { source, start: 0, end: rows.length })
  const expected = await bindQuery(checker, { node: test, sql, doubt, relocate })
  if (expected.kind !== 'bound') return expected
  const unknown = findUnknown(expected.columns, given.columns)
  checker.report(
    test,
    unknown.flatMap(({ item, nearest }) => relocate([missing(checker, about, item.name, nearest)])),
  )
  return unknown.length > 0 ? { kind: 'broken' } : fine
}

function missing(
  { input }: Checker,
  { test, tested }: Tested,
  column: string,
  nearest: string | undefined,
): Diagnostic {
  const params = { column, name: tested.name, nearest }
  const source = expectSource(test)
  const start = source.text.toLowerCase().lastIndexOf(column.toLowerCase())
  const span =
    start === -1 ? placeOf(input.runtime, test) : { source, start, end: start + column.length }
  return diagnostic('check-unit-column', params, { span })
}

/** A text of its own until it is found in the file. */
function expectSource({ file, expect: { rows } }: UnitTest): Source {
  return { path: `${file} (expected rows)`, text: typeof rows === 'string' ? rows : '' }
}

/** What is wrong in the rows is told where they are written; what is right in the model and not over these rows, at the test. */
function toRows({ input }: Checker, { test, tested }: Tested, item: Diagnostic): Diagnostic {
  const { runtime } = input
  const written = test.given.map((given) => ({
    source: { path: `${test.file} (rows of ${given.input})`, text: textOf(given) },
    rows: given,
  }))
  const all = [...written, { source: expectSource(test), rows: test.expect }]
  for (const { source, rows } of all) {
    if (item.span?.source.path !== source.path || source.text === '') continue
    return relocateRows(runtime, { test, rows, source }, item)
  }
  const span = placeOf(runtime, test)
  if (item.span?.source.path !== tested.file || !span) return item
  const related = [{ span: item.span, message: 'in the model, over the rows that are given here:' }]
  return { ...item, span, related }
}

function textOf({ rows }: UnitTestRows): string {
  return typeof rows === 'string' ? rows : ''
}

interface RowsSource {
  readonly test: UnitTest
  readonly rows: UnitTestRows
  readonly source: Source
}

function relocateRows(
  runtime: Checker['input']['runtime'],
  { test, rows, source: inner }: RowsSource,
  item: Diagnostic,
): Diagnostic {
  const { fixtureFile, place } = rows
  const source = runtime.findSource(fixtureFile ?? test.file)
  const from = fixtureFile === undefined ? place.start : 0
  const found = source && findWritten([source], inner.text, from)
  return found ? (relocateYaml([item], inner, found)[0] ?? item) : item
}
