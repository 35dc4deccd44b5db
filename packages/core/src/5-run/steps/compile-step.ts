import type { CompileNode } from '../../types/index.ts'
import { compileNode } from '../compile-node.ts'
import type { StepHandler } from '../step-context.ts'

/** `compile` and `show`: renders the SQL and builds nothing. Seeds have none. */
export const compileStep: StepHandler<CompileNode> = async (context) => {
  if (context.node.kind !== 'seed') await compileNode(context)
  return { status: 'success' }
}
