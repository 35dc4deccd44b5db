import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import { wholeWord } from '../../names/escape-pattern.ts'
import { readReference } from '../../names/read-reference.ts'
import type { Node, UnitTest, UnitTestRows } from '../../types/index.ts'
import { parentsOf } from '../../types/parents.ts'
import { spanIn } from '../user-place.ts'
import { findUnknown } from './find-unknown.ts'
import { fine } from './fine.ts'
import type { CheckInput } from './check-input.ts'
import { checkUnitQuery } from './check-unit-query.ts'
import type { Checker, NodeOutcome } from './checker.ts'
import type { CheckWorker } from './worker.ts'

/** A unit test: the columns of the rows that it gives and expects; where some are a query, what the engine makes of it all. */
export async function checkUnitTest(
  checker: Checker,
  test: UnitTest,
  worker: CheckWorker,
): Promise<NodeOutcome> {
  const [model] = test.dependsOn.nodes
  const { manifest } = checker.input
  const tested = model && manifest.nodes.get(model)
  if (tested?.kind !== 'model') return fine
  const mistakes = [
    ...checkRows(checker, test.expect, tested),
    ...test.given.flatMap((given) => {
      const input = findInput(checker, given.input, tested)
      return input ? checkRows(checker, given, input) : []
    }),
  ]
  checker.report(test, mistakes)
  if (mistakes.length > 0) return { kind: 'broken' }
  const isWritten = [test.expect, ...test.given].some(({ rows }) => typeof rows === 'string')
  return isWritten ? checkUnitQuery(checker, { test, tested }, worker) : fine
}

function findInput({ input }: Checker, written: string, tested: Node): Node | undefined {
  if (written === 'this') return tested
  const reference = readReference(written)
  const parents = parentsOf(tested)
  return parents
    .flatMap((id) => input.manifest.nodes.get(id) ?? [])
    .find((node) => {
      if (reference?.kind === 'ref') return node.name === reference.name
      return (
        reference?.kind === 'source' &&
        node.kind === 'source' &&
        node.sourceName === reference.source &&
        node.name === reference.table
      )
    })
}

function checkRows(
  { nodes, input }: Checker,
  rows: UnitTestRows,
  node: Node,
): readonly Diagnostic[] {
  const found = nodes.get(node.id)
  if (found?.kind !== 'checked' || found.doubt || typeof rows.rows === 'string') return []
  const named = new Set(rows.rows.flatMap((row) => Object.keys(row)))
  const items = [...named].map((name) => ({ name }))
  return findUnknown(items, found.columns).map(({ item: { name: column }, nearest }) => {
    const span = columnPlace(input, rows, column)
    return diagnostic('check-unit-column', { column, name: node.name, nearest }, { span })
  })
}

/** The first row that names the column, or the rows where they are a file's. */
function columnPlace(
  { runtime }: CheckInput,
  { place }: UnitTestRows,
  column: string,
): Span | undefined {
  const all = spanIn(runtime, place)
  const name = new RegExp(wholeWord(column), 'i')
  const found = all && name.exec(all.source.text.slice(all.start, all.end))
  if (!found) return all
  const start = all.start + found.index
  return { ...all, start, end: start + column.length }
}
