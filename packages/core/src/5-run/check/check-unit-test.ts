import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import { readReference } from '../../names/read-reference.ts'
import type { Node, NodeCheck, NodeId, UnitTest, UnitTestRows } from '../../types/index.ts'
import { spanIn } from '../user-place.ts'
import type { Checker } from './checker.ts'

const fine: NodeCheck = { kind: 'checked', columns: [], uses: [] }

/** A unit test: the columns of the rows that it gives and expects. Its query runs over those rows only. */
export function checkUnitTest(checker: Checker, test: UnitTest): NodeCheck {
  const [model] = test.dependsOn.nodes
  const { manifest } = checker.input
  const tested = model && manifest.nodes.get(model)
  if (!tested || !('dependsOn' in tested)) return fine
  const mistakes = [
    ...checkRows(checker, test.expect, tested),
    ...test.given.flatMap((given) => {
      const input = findInput(checker, given.input, tested)
      return input ? checkRows(checker, given, input) : []
    }),
  ]
  checker.report(test, mistakes)
  return mistakes.length > 0 ? { kind: 'broken' } : fine
}

function findInput({ input }: Checker, written: string, tested: Node): Node | undefined {
  if (written === 'this') return tested
  const reference = readReference(written)
  const parents: readonly NodeId[] = 'dependsOn' in tested ? (tested.dependsOn?.nodes ?? []) : []
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
  const columns = found.columns.map(({ name }) => name)
  const known = new Set(columns.map((it) => it.toLowerCase()))
  const named = new Set(rows.rows.flatMap((row) => Object.keys(row)))
  const span = spanIn(input.runtime, rows.place)
  return [...named]
    .filter((it) => !known.has(it.toLowerCase()))
    .map((column) => {
      const nearest = findNearest(column, columns)
      return diagnostic('check-unit-column', { column, name: node.name, nearest }, { span })
    })
}
