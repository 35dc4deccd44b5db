import { DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import type { FunctionOverload, OverloadFinished, UserFunction } from '../types/index.ts'
import { messageOf } from './result.ts'
import type { StepContext, StepEnding } from './step-context.ts'

/** Makes one form; `index` is its place among the overloads. */
type Make = (overload: FunctionOverload, index: number) => Promise<unknown>

/** Makes the other forms of a function. Every one of these is tried, whatever became of the others. */
export async function makeOverloads(
  { state, session, crew }: StepContext,
  node: UserFunction,
  make: Make,
): Promise<Required<Pick<StepEnding, 'overloads' | 'diagnostics'>>> {
  const { threadId } = session
  const earlier = state.input.earlierOverloads?.get(node.id)?.successful ?? []
  const total = node.overloads.length
  const overloads = { successful: [] as string[], failed: [] as string[] }
  const diagnostics: Diagnostic[] = []
  for (const [at, overload] of node.overloads.entries()) {
    const { definedIn } = overload
    const about = { node: node.id, overload: definedIn, index: at + 1, total }
    const startedMs = performance.now()
    let status: OverloadFinished['status'] = 'skipped'
    let error: DiagnosticError | undefined
    if (!earlier.includes(definedIn)) {
      crew.tell({ type: 'overload-started', ...about })
      error = await mistakeOf(() => make(overload, at))
      status = error ? 'error' : 'success'
    }
    if (error) await session.rollback()
    diagnostics.push(...(error?.diagnostics ?? []))
    overloads[error ? 'failed' : 'successful'].push(definedIn)
    const problem = error && messageOf(error, node)
    const executionTime = (performance.now() - startedMs) / 1000
    crew.tell({ type: 'overload-finished', ...about, status, problem, executionTime, threadId })
  }
  return { overloads, diagnostics }
}

/** The user's mistake on which the work failed; faults of btn are thrown. */
async function mistakeOf(work: () => Promise<unknown>): Promise<DiagnosticError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof DiagnosticError) return error
    throw error
  }
}
