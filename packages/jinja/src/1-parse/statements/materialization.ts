import type { Macro, Parameter } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readExpression } from '../parse-expression.ts'
import { readName } from '../parse-target.ts'
import type { Parser } from '../parser.ts'
import { failedHeader, type MacroHeader } from './macro.ts'

const TAG = 'materialization'

/** `{% materialization table, adapter='duckdb', supported_languages=['sql'] %}`; `default` stands for every adapter. */
export function readMaterialization(p: Parser, start: number): Macro {
  const opening = { ...openTag(p, start, TAG), isLoop: false }
  const header = p.attempt(() => readMaterializationHeader(p)) ?? {
    ...failedHeader(p, start),
    adapter: undefined,
  }
  const body = readWholeBody(p, opening)
  return { kind: 'macro', span: p.spanFrom(start), tag: TAG, ...header, body }
}

export function readMaterializationHeader(p: Parser): MacroHeader & Pick<Macro, 'adapter'> {
  const { name, span } = readName(p)
  let adapter = 'default'
  let languages: Parameter | undefined
  while (p.skipIf(',')) {
    const option = readName(p)
    if (option.name === 'adapter') {
      p.expect('=')
      adapter = readText(p)
    } else if (option.name === 'supported_languages') {
      p.expect('=')
      languages = { ...option, type: undefined, default: readExpression(p) }
    } else if (option.name !== 'default') {
      p.fail(
        `a materialization has no option "${option.name}"`,
        option.span,
        'MaterializationArgError',
      )
    }
  }
  languages ??= { name: 'supported_languages', span, type: undefined, default: sqlOnly(span) }
  return { name, nameSpan: span, parameters: [languages], adapter }
}

function readText(p: Parser): string {
  const value = readExpression(p)
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value
  return p.fail('the name of an adapter is expected', value.span)
}

function sqlOnly(span: Macro['span']): NonNullable<Parameter['default']> {
  return { kind: 'list', span, items: [{ kind: 'literal', span, type: 'string', value: 'sql' }] }
}
