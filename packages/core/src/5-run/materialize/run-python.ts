import { PythonError, type ExecuteResult, type PythonProblem } from '@btn/adapter'
import { diagnostic, DiagnosticError, TracedText, type Span } from '@btn/diagnostics'
import { namesInStrings } from '../../python/names-in-strings.ts'
import type { Build } from './build.ts'

/** Runs a Python model. `text` begins with what the user wrote, line by line. */
export async function runPython(
  build: Build,
  text: TracedText | string,
  temporary: string | undefined,
): Promise<ExecuteResult> {
  const { node, session } = build
  const code = typeof text === 'string' ? TracedText.plain(text) : text
  try {
    await session.submitPython({
      name: build.target.name,
      path: node.originalPath,
      text: code.text,
      place: build.target,
      names: namesInStrings(build.sql.text).map((parts) => completeName(build, parts)),
      temporary,
      onOutput: (message) => session.log({ type: 'logged', level: 'info', message, node: node.id }),
    })
  } catch (error) {
    if (!(error instanceof PythonError)) throw error
    throw new DiagnosticError(toDiagnostic(error.problem, build.sql, node.originalPath), {
      cause: error,
    })
  }
  return { message: 'OK' }
}

/** A bare name stands for the relation in the target's own schema, as it would in SQL. */
function completeName({ state, target }: Build, parts: readonly string[]): string {
  const [name = '', schema = target.schema, database = target.database] = parts.toReversed()
  return state.input.dialect.name({ database, schema, name })
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
