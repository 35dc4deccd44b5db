import type { ExecuteResult, Relation } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import { toText, type Value } from '@btn/jinja'
import { pluginProblem } from '../../context/plugins.ts'
import { runHooks } from '../hooks.ts'
import { placeOfSetting } from '../place-of-setting.ts'
import { macroText, type Build, type Materialization } from './build.ts'
import { finishOf, finishRelation } from './finish.ts'
import { makeTable } from './make-table.ts'
import { dropLeftovers, runMain } from './replace.ts'

/** What the macro `btn_external_file` says of the file. */
interface ExternalFile {
  readonly location: string
  /** Options of COPY. */
  readonly options: string
  /** The call that reads the file back: `read_parquet('…')`. */
  readonly reader: string
}

/**
 * Writes a model's rows to a file and leaves a view over it. The rows stand in a table meanwhile, so that the query runs once; file
 * and view are made inside one transaction, after which the table is gone.
 */
export const buildExternal: Materialization = async (build) => {
  const { session, scope, hooks, existing } = build
  refusePlugin(build)
  const target: Relation = { ...build.target, type: 'view' }
  const file = toFile(await scope.callMacro('btn_external_file'))
  await dropLeftovers(build, ['__dbt_tmp', '__dbt_int', '__dbt_backup'])
  await runHooks(build, hooks.pre, false)
  await session.begin()
  await runHooks(build, hooks.pre, true)
  const table = await scope.callMacro('make_intermediate_relation', [
    { relation: { ...target, type: 'table' } },
  ])
  const emptyColumns = await writeFile(build, table, file)
  if (existing?.type === 'table') await scope.callMacro('drop_relation', [{ relation: existing }])
  const response = await makeView(build, target, file.reader, emptyColumns)
  await scope.callMacro('drop_relation', [table])
  await runHooks(build, hooks.post, true)
  await finishRelation(build, { ...finishOf(build), needsIndexes: false }, target, {
    existing,
    isRebuilt: true,
  })
  await session.commit()
  await runHooks(build, hooks.post, false)
  return response
}

/** Fills the table and writes it out. Gives the columns when there were no rows: then a row of nulls stands in the file. */
async function writeFile(build: Build, table: Value, file: ExternalFile): Promise<Value> {
  const { session, scope, state } = build
  await makeTable(build, table)
  const { table: counted } = await session.query(`select count(*) from ${nameOf(build, table)}`)
  const isEmpty = Number(counted.rows[0]?.[0] ?? 0) === 0
  const columns = isEmpty ? await scope.callMacro('get_columns_in_relation', [table]) : null
  if (isEmpty) await session.execute(await macroText(build, 'btn_external_filler', [table]))
  if (state.input.runtime.isOverridden(['write_to_file'])) {
    await scope.callMacro('write_to_file', [table, file.location, file.options])
  } else {
    await session.exportTable({ ...file, table: nameOf(build, table) })
  }
  return columns
}

async function makeView(
  build: Build,
  target: Relation,
  reader: string,
  columns: Value,
): Promise<ExecuteResult> {
  const sql = await macroText(build, 'btn_external_view', [{ relation: target }, reader, columns])
  const response = await runMain(build, sql)
  build.session.relations.add(target)
  return response
}

function nameOf({ scope, state }: Build, value: Value): string {
  const relation = scope.findRelation(value)
  if (!relation) throw new Error('make_intermediate_relation gave no relation')
  return state.input.dialect.name(relation)
}

function toFile(value: Value): ExternalFile {
  const [location = '', options = '', reader = ''] = Array.isArray(value) ? value.map(toText) : []
  return { location, options, reader }
}

/** A plugin would store the rows once more, elsewhere. */
function refusePlugin(build: Build): void {
  const { plugin, glue_register: isGlue } = build.node.config
  const name = isGlue === true ? 'glue' : plugin
  if (typeof name !== 'string') return
  const where = placeOfSetting(build, isGlue === true ? 'glue_register' : 'plugin')
  throw new DiagnosticError(pluginProblem(name, where))
}
