import type { Source, Span } from '@btn/diagnostics'
import { parse, visit } from '@btn/jinja'

/** Where a template says `config(key=…)`: the value, of the last one if there are several. */
export function findConfigCall(
  source: Source,
  range: { readonly start: number; readonly end: number },
  key: string,
): Span | undefined {
  let found: Span | undefined
  visit(parse(source, { start: range.start, end: range.end }).value, (node) => {
    if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'config') return
    for (const { name, value } of node.args.named) if (name === key) found = value.span
  })
  return found
}
