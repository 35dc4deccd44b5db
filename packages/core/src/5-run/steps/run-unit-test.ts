import type { SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError, type TracedText } from '@btn/diagnostics'
import type { UnitTestScopes } from '../../context/runtime.ts'
import type { Node, RunUnitTest } from '../../types/index.ts'
import { compileNode, EphemeralProblem } from '../compile-node.ts'
import { messageOf, StepFailure } from '../result.ts'
import type { CteSource, StepContext, StepHandler } from '../step-context.ts'
import { compareRows } from '../unit-test/compare-rows.ts'

/** Runs the tested model's query over made-up rows and compares what comes out with what is expected. */
export const runUnitTest: StepHandler<RunUnitTest> = async (context) => {
  const { node, state, session } = context
  if (node.kind !== 'unit_test') throw new Error(`${node.id} is no unit test`)
  context.startExecution()
  const scopes = state.input.runtime.openUnitTest(node, session)
  const sql = await compileUnitTest(context, scopes)
  scopes.materialization.setCompiled(sql)
  const rows = await materialize({ ...context, node: scopes.node, scope: scopes.materialization })
  const difference = await compareRows(rows)
  const response = { message: 'OK' }
  if (difference === undefined) return { status: 'pass', failures: 0, response }
  return { status: 'fail', failures: 1, message: difference, response }
}

/** The tested model's query over the rows that the test gives. */
export async function compileUnitTest(
  context: StepContext,
  scopes: UnitTestScopes,
): Promise<TracedText> {
  try {
    return await compileNode({
      ...context,
      node: scopes.node,
      scope: scopes.query,
      ctes: inputsOf(context, scopes),
    })
  } catch (error) {
    if (!(error instanceof EphemeralProblem)) throw error
    throw new StepFailure(messageOf(error.cause, error.model), error.cause)
  }
}

/** The inputs: they are this test's only, and nothing that happens to them is about the nodes that they stand for. */
function inputsOf({ state, node, setFallback }: StepContext, scopes: UnitTestScopes): CteSource {
  return {
    known: new Map(),
    open(id) {
      const { node: model, scope, cteName, place } = scopes.openInput(id)
      setFallback(() => {
        const source = state.input.runtime.findSource(place.file)
        return source && { source, start: place.start, end: place.end }
      })
      return { node: model, scope, name: cteName }
    },
    note: (model, made) => void (model.id === node.id && state.made.set(node.id, made)),
  }
}

async function materialize(context: StepContext): Promise<SqlTable> {
  const { node, state, scope, session } = context
  const { runtime } = state.input
  const macro = runtime.findMaterialization('unit', node, session) ?? 'materialization_unit_default'
  try {
    await scope.callMacro(macro)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    throw new StepFailure(explain(node, messageOf(error, node)), error)
  }
  const table = scope.findStored('main')?.table
  if (table) return table
  throw new DiagnosticError(diagnostic('unit-test-no-result', { test: node.name }))
}

/** In dbt's words for it, because the message is what tools and people look for. */
function explain(node: Node, message: string): string {
  const lines = message.replaceAll('\n', '\n  ')
  return (
    `Runtime Error in unit_test ${node.name} (${node.originalPath})\n` +
    `  An error occurred during execution of unit test '${node.name}'. ` +
    `Do its rows fit the types of the columns?\n   ${lines}`
  )
}
