import type { Macro, MacroTag } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readParameters } from '../parse-signature.ts'
import { readName } from '../parse-target.ts'
import type { Parser } from '../parser.ts'

/** Macros and those of dbt's blocks that have a name and perhaps arguments. */
export function readMacro(tag: MacroTag): (p: Parser, start: number) => Macro {
  return (p, start) => {
    const opening = { ...openTag(p, start, tag), isLoop: false }
    const header = p.attempt(() => readMacroHeader(p, tag)) ?? failedHeader(p, start)
    const body = readWholeBody(p, opening)
    return { kind: 'macro', span: p.spanFrom(start), tag, ...header, adapter: undefined, body }
  }
}

export type MacroHeader = Pick<Macro, 'name' | 'nameSpan' | 'parameters'>

export function readMacroHeader(p: Parser, tag: MacroTag): MacroHeader {
  const { name, span } = readName(p)
  const hasParameters = tag !== 'docs' && tag !== 'snapshot'
  return { name, nameSpan: span, parameters: hasParameters ? readParameters(p) : [] }
}

export function failedHeader(p: Parser, start: number): MacroHeader {
  return { name: '', nameSpan: p.spanFrom(start), parameters: [] }
}
