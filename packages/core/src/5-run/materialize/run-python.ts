import {
  PythonError,
  type Dialect,
  type ExecuteResult,
  type PythonProblem,
  type Relation,
} from '@btn/adapter'
import { diagnostic, DiagnosticError, TracedText, type Span } from '@btn/diagnostics'
import { namesInStrings } from '../../python/names-in-strings.ts'
import type { Build } from './build.ts'

/** Whose program it is, and what it runs with. */
export interface PythonOwner {
  readonly node: Build['node']
  readonly session: Build['session']
  readonly dialect: Dialect
  /** Where it makes tables. */
  readonly target: Relation
  /** What the user wrote of it. */
  readonly own: TracedText
}

/** Runs a Python model. `text` begins with what the user wrote, line by line. */
export async function runPython(
  owner: PythonOwner,
  text: TracedText | string,
  temporary?: string,
): Promise<ExecuteResult> {
  const { node, session, target, own } = owner
  const code = TracedText.of(text)
  try {
    await session.submitPython({
      name: target.name,
      path: node.originalPath,
      text: code.text,
      place: target,
      names: namesInStrings(own.text).map((parts) => completeName(owner, parts)),
      temporary,
      onOutput: (message) => session.log({ type: 'logged', level: 'info', message, node: node.id }),
    })
  } catch (error) {
    if (!(error instanceof PythonError)) throw error
    throw new DiagnosticError(toDiagnostic(error.problem, own, node.originalPath), {
      cause: error,
    })
  }
  return { message: 'OK' }
}

/** A bare name stands for the relation in the target's own schema, as it would in SQL. */
function completeName({ dialect, target }: PythonOwner, parts: readonly string[]): string {
  const [name = '', schema = target.schema, database = target.database] = parts.toReversed()
  return dialect.name({ database, schema, name })
}

function toDiagnostic(problem: PythonProblem, code: TracedText, path: string) {
  switch (problem.kind) {
    case 'no-python':
      return diagnostic('python-missing', { python: undefined })
    case 'not-started':
      return diagnostic('python-missing', { python: problem.python })
    case 'ended':
      return diagnostic('python-ended', { python: problem.python })
    case 'no-module': {
      const { module, python } = problem
      return diagnostic('python-module-missing', { module, python }, placed(problem.line, code))
    }
    case 'failed':
      return diagnostic(
        'python-model-failed',
        { path, text: problem.text },
        placed(problem.line, code),
      )
  }
}

/** The line of the user's file; nothing for lines that dbt's macros wrote. */
function placed(line: number | undefined, code: TracedText): { readonly span?: Span } {
  if (line === undefined) return {}
  const lines = code.text.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  const text = lines[line - 1] ?? ''
  const indent = text.length - text.trimStart().length
  const whole = code.originAt(0)?.span
  const from = (whole?.start ?? 0) + start + indent
  return whole && from < whole.end
    ? { span: { source: whole.source, start: from, end: from + text.trim().length } }
    : {}
}
