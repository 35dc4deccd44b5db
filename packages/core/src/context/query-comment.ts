import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { compileTemplate, fromJs, parse, render, toText, type CompiledTemplate } from '@btn/jinja'
import type { QueryComment } from '../1-load/project.ts'
import { toModelJson } from '../artifact/index.ts'
import { DBT_VERSION } from '../dbt-version.ts'
import type { Node } from '../types/index.ts'
import type { Linked } from './context.ts'
import type { RuntimeOptions } from './create-runtime.ts'
import type { Awaitable, Session } from './runtime.ts'
import { createRunMode } from './run-mode.ts'
import { createContext } from './scope.ts'
import { subjectOf } from './subject.ts'

const SOURCE = 'query-comment'

/** As dbt, the user's text is the body of a macro, so that it may `return()`. */
function compileComment(text: string): CompiledTemplate {
  const head = '{%- macro query_comment_macro(connection_name, node) -%}\n'
  const call = '{{ query_comment_macro(connection_name, node) }}'
  const source = { path: SOURCE, text: `${head}${text}\n{% endmacro %}${call}` }
  const { value, diagnostics } = parse(source)
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
  return compileTemplate(value)
}

/** What is sent with the statements of a node; empty for nothing. */
export type CommentWriter = (node: Node, session: Session) => Awaitable<string>

/** The comment that `query-comment` asks for: dbt's own where the project says nothing. */
export function createCommentWriter(
  options: RuntimeOptions,
  linked: Linked,
  { comment, place }: QueryComment,
): CommentWriter {
  if (comment === undefined) return (node) => defaultComment(options, node)
  if (comment.trim() === '') return () => ''
  let compiled: CompiledTemplate | undefined
  return (node, session) => {
    compiled ??= compileComment(comment)
    const mode = createRunMode({ node, linked, session })
    const extras = new Map([
      ['connection_name', connectionOf(node)],
      ['node', node.kind === 'operation' ? null : fromJs(toModelJson(node))],
    ])
    const subject = { ...subjectOf(node), packageName: options.invocation.rootPackage }
    const context = createContext({ invocation: options.invocation, subject, mode, extras })
    const check = (written: Parameters<typeof toText>[0]): string => {
      const text = toText(written).trim()
      if (!text.includes('*/')) return text
      const span = place && options.project.sources.spanOf(place)
      throw new DiagnosticError(
        diagnostic('query-comment-illegal', { comment: text }, { ...(span && { span }) }),
      )
    }
    const written = render(compiled, context.scope, context.rendering)
    return written instanceof Promise ? written.then(check) : check(written)
  }
}

/** Hooks of the project, and macros that are called by themselves, are no nodes to a comment. */
function connectionOf(node: Node): string {
  if (node.kind !== 'operation') return node.id
  return node.macro ? `macro_${node.macro.name}` : 'master'
}

function defaultComment({ invocation }: RuntimeOptions, node: Node): string {
  const { target } = invocation
  const fields = {
    app: 'dbt',
    dbt_version: DBT_VERSION,
    profile_name: target['profile_name'] ?? null,
    target_name: target['target_name'] ?? target['name'] ?? null,
    ...(node.kind === 'operation' ? { connection_name: connectionOf(node) } : { node_id: node.id }),
  }
  const parts = Object.entries(fields).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return `{${parts.join(', ')}}`
}
