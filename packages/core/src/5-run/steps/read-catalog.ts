import type { SqlTable } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import type { MacroArgument } from '../../context/runtime.ts'
import type { CatalogRequest, ReadCatalog } from '../../types/index.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/**
 * Asks `get_catalog_relations`, or `get_catalog` for whole schemas, for each database; projects and packages may have their own. As
 * in dbt, what fails is said in the artifact, and the rest of the catalogue stands.
 */
export const readCatalog: StepHandler<ReadCatalog> = async (context, { requests }) => {
  const { catalog } = context.state
  context.startExecution()
  for (const request of requests) {
    try {
      catalog.tables.push(await ask(context, request))
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      catalog.problems.push(...error.diagnostics)
      await context.session.rollback()
    }
  }
  return { status: 'success' }
}

async function ask({ scope }: StepContext, request: CatalogRequest): Promise<SqlTable> {
  const { database } = request
  const schema: MacroArgument = { relation: { database, schema: 'INFORMATION_SCHEMA', name: '' } }
  const [name, what] =
    'relations' in request
      ? (['get_catalog_relations', request.relations.map((relation) => ({ relation }))] as const)
      : (['get_catalog', request.schemas] as const)
  return scope.findTable(await scope.callMacro(name, [schema, what])) ?? empty
}

const empty: SqlTable = { columns: [], rows: [] }
