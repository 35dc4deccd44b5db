import { diagnostic, DiagnosticError, TracedText } from '@btn/diagnostics'
import type { BuildFunction, FunctionOverload, UserFunction } from '../../types/index.ts'
import { compileNode } from '../compile-node.ts'
import { compileOverloads } from '../compile-overloads.ts'
import { makeOverloads } from '../make-overloads.ts'
import { runTemplate } from '../materialize/template.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

const MATERIALIZATION = 'function'

/** Makes a function in the database, then its other forms. Every one of these is tried, whatever became of the others. */
export const buildFunction: StepHandler<BuildFunction> = async (context) => {
  const { node, state, session } = context
  if (node.kind !== 'function') throw new Error(`${node.id} is no function`)
  await compileNode(context)
  const bodies = await compileOverloads(context, node)
  context.startExecution()
  const macro =
    state.input.runtime.findMaterialization(MATERIALIZATION, node, session) ??
    'materialization_function_default'
  const response = await explained(context, () => runTemplate(context, MATERIALIZATION, macro))
  const made = await makeOverloads(context, node, (overload, index) => {
    const form = openOverload(context, node, overload, bodies[index] ?? TracedText.plain(''))
    return runTemplate({ ...context, ...form }, MATERIALIZATION, macro)
  })
  return made.overloads.failed.length > 0
    ? { status: 'partial success', message: `PARTIAL SUCCESS ${node.name}`, response, ...made }
    : { status: 'success', message: response.message, response, ...made }
}

function openOverload(
  { state, session }: StepContext,
  node: UserFunction,
  overload: FunctionOverload,
  body: TracedText,
): Pick<StepContext, 'node' | 'scope'> {
  const form: UserFunction = Object.assign(Object.create(node), {
    arguments: overload.arguments,
    returns: overload.returns ?? node.returns,
    overloads: [],
  })
  const scope = state.input.runtime.open(form, session)
  scope.setCompiled(body)
  return { node: form, scope }
}

/** A database without functions of its own says that it does not understand: what can be done is said with it. */
async function explained<T>({ state, node }: StepContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isOwn = state.input.runtime.isOverridden(OWN_MACROS)
    if (!(error instanceof DiagnosticError) || isOwn || !isRefused(error)) throw error
    const hint = diagnostic('function-not-supported', { name: node.name })
    throw new DiagnosticError([...error.diagnostics, hint], { cause: error })
  }
}

/** Who replaces one of these knows what the database takes. */
const OWN_MACROS: readonly string[] = [
  'scalar_function_sql',
  'scalar_function_create_replace_signature_sql',
  'scalar_function_python',
  'scalar_function_javascript',
  'aggregate_function_sql',
  'aggregate_function_python',
  'function_execute_build_sql',
]

function isRefused({ diagnostics }: DiagnosticError): boolean {
  return diagnostics.some(({ code }) => code === 'database-error')
}
