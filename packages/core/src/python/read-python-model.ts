import { diagnostic, type Diagnostic, type Outcome, type Source, type Span } from '@btn/diagnostics'
import type { Json } from '../types/index.ts'
import { checkModel } from './check-model.ts'
import { findCalls, type DbtCall, type DbtFunction } from './find-calls.ts'
import { evaluateTokens, NotLiteral } from './literal.ts'
import { PythonSyntaxError, type Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/** What a Python model asks of dbt, with arguments that are known without running it. */
export interface PythonCall {
  readonly function: DbtFunction
  readonly positional: readonly Json[]
  readonly named: Readonly<Record<string, Json>>
  readonly span: Span
}

/**
 * Reads a Python model without Python: its calls of `dbt.…`, and whether it is a model at all. dbt 1.12 does the same with
 * Python's own parser; what only that one can find, Python says when the model runs.
 */
export function readPythonModel(source: Source): Outcome<readonly PythonCall[]> {
  const spanOf = (start: number, end: number): Span => ({ source, start, end })
  const refuse = (item: Diagnostic) => ({ value: [], diagnostics: [item] })
  const template = /\{[{%#]/.exec(source.text)
  if (template) {
    const span = spanOf(template.index, template.index + 2)
    return refuse(diagnostic('python-model-template', {}, { span }))
  }
  try {
    return readTokens(tokenize(source.text), spanOf)
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error
    const span = spanOf(error.offset, error.offset + 1)
    return refuse(diagnostic('python-syntax', { problem: error.message }, { span }))
  }
}

type SpanOf = (start: number, end: number) => Span

function readTokens(tokens: readonly Token[], spanOf: SpanOf): Outcome<readonly PythonCall[]> {
  const isEmpty = tokens.every((token) => token.kind === 'newline')
  const problems = isEmpty ? [] : checkModel(tokens)
  const diagnostics: Diagnostic[] = problems.map(({ problem, token }) =>
    diagnostic(
      'python-model-shape',
      { problem },
      token && { span: spanOf(token.start, token.end) },
    ),
  )
  const value: PythonCall[] = []
  for (const call of findCalls(tokens)) {
    const read = readArguments(call, spanOf)
    if ('code' in read) diagnostics.push(read)
    else value.push(read)
  }
  return { value, diagnostics }
}

function readArguments(call: DbtCall, spanOf: SpanOf): PythonCall | Diagnostic {
  const span = spanOf(call.first.start, call.last.end)
  const positional: Json[] = []
  const named: Record<string, Json> = {}
  for (const { name, value } of call.arguments) {
    try {
      if (name === undefined) positional.push(evaluateTokens(value))
      else named[name] = evaluateTokens(value)
    } catch (error) {
      if (!(error instanceof NotLiteral)) throw error
      const token = error.token ?? value[0] ?? call.last
      const params = { function: `dbt.${call.function}` }
      return diagnostic('python-model-literal', params, { span: spanOf(token.start, token.end) })
    }
  }
  const isGetter = call.function.startsWith('config.')
  if (isGetter && (positional.length === 0 || positional.length > 2)) {
    const params = { function: `dbt.${call.function}`, count: positional.length }
    return diagnostic('python-config-get', params, { span })
  }
  return { function: call.function, positional, named, span }
}
