import type { TracedText } from '@btn/diagnostics'
import type { UserFunction } from '../types/index.ts'
import type { StepContext } from './step-context.ts'

/** Renders the other forms of a function in the context of the function, and takes note of them. */
export async function compileOverloads(
  { scope, ctes }: StepContext,
  node: UserFunction,
): Promise<readonly TracedText[]> {
  const bodies: TracedText[] = []
  for (const { definedIn, rawBody } of node.overloads) {
    const source = { path: `${definedIn} (overload)`, text: rawBody }
    bodies.push(await scope.renderText(source))
  }
  if (bodies.length > 0) ctes.note(node, { compiledOverloads: bodies.map((body) => body.text) })
  return bodies
}
