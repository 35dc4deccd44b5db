import type { Relation } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { HostObject, Value } from '@btn/jinja'
import type { Node } from '../../types/index.ts'
import type { Response, StepContext } from '../step-context.ts'

/** Runs a `{% materialization %}` that the project or a package defines, as dbt does, transactions included. */
export async function runTemplate(
  context: StepContext,
  materialization: string,
  macro: string,
): Promise<Response> {
  const { session, scope, node } = context
  refuseLanguage(context, materialization, macro)
  const relations = readRelations(context, await scope.callMacro(macro))
  if (!relations) {
    throw new DiagnosticError(diagnostic('materialization-result', { materialization }))
  }
  if (needsMain(node, materialization) && !scope.findStored('main')) {
    throw new DiagnosticError(diagnostic('materialization-without-main', { materialization }))
  }
  if (session.isInTransaction) {
    await session.rollback()
    // A test only asks: as in dbt, nobody misses its end.
    if (node.kind === 'test') return mainResponse(scope)
    const params = { name: node.name, materialization }
    const item = diagnostic('materialization-not-committed', params)
    session.log({ type: 'logged', level: 'warn', message: item.message, diagnostic: item })
  } else for (const relation of relations) session.relations.add(relation)
  return mainResponse(scope)
}

/** What built a node is what its statement `main` did; a clone may have nothing to do. */
function needsMain({ kind }: Node, materialization: string): boolean {
  return materialization !== 'clone' && ['model', 'seed', 'snapshot'].includes(kind)
}

/** A materialization says which languages it is for; SQL alone, when it says nothing. */
function refuseLanguage({ node, state }: StepContext, materialization: string, name: string): void {
  const language = node.file.endsWith('.py') ? 'python' : 'sql'
  const macro = [...state.input.manifest.macros.values()].find(
    (it) => `${it.packageName}.${it.name}` === name,
  )
  const languages = macro?.supportedLanguages ?? ['sql']
  if (languages.includes(language)) return
  const params = { materialization, languages, language }
  throw new DiagnosticError(diagnostic('materialization-language', params))
}

function mainResponse(scope: StepContext['scope']): Response {
  return scope.findStored('main')?.response ?? { message: 'OK' }
}

/** The relations in `{'relations': […]}`; undefined when the value is something else. */
function readRelations({ scope }: StepContext, value: Value): readonly Relation[] | undefined {
  const list = isHostObject(value) ? value.getItem?.('relations') : undefined
  if (!Array.isArray(list)) return undefined
  return list.flatMap((item) => scope.findRelation(item) ?? [])
}

function isHostObject(value: Value): value is HostObject {
  return typeof value === 'object' && value !== null && 'typeName' in value
}
