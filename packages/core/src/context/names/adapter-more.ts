import { diagnostic, type Span } from '@btn/diagnostics'
import { raise, toText, type Value } from '@btn/jinja'
import type { Context } from '../context.ts'
import { emptyList, nothing, part, running, toRelation, type Method } from './adapter-method.ts'
import { tellWarning } from '../tell-warning.ts'
import { findRelation } from './adapter-relations.ts'
import { warnOnce } from './adapter-duckdb.ts'
import { columnsOf } from './adapter-columns.ts'
import { RelationValue } from '../values/relation.ts'

function quoteText(value: Value | undefined): string {
  return part(value).replaceAll("'", "''")
}

/** The keys that the table has in the database. */
async function keyTypes(context: Context, relation: RelationValue): Promise<string[]> {
  const { database, schema, identifier } = relation.fields
  const { table } = await running(context).session.query(
    'select distinct constraint_type from duckdb_constraints() where ' +
      `lower(database_name) = lower('${quoteText(database)}') and ` +
      `lower(schema_name) = lower('${quoteText(schema)}') and ` +
      `lower(table_name) = lower('${quoteText(identifier)}') and ` +
      "constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY') order by all",
  )
  return table.rows.map(([type]) => String(type).toLowerCase().replace(' ', '_'))
}

async function isDuckdb(context: Context, database: string): Promise<boolean> {
  const { table } = await running(context).session.query(
    `select type from duckdb_databases() where lower(database_name) = lower('${quoteText(database)}')`,
  )
  return table.rows.length === 0 || String(table.rows[0]?.[0]) === 'duckdb'
}

function tellOldName(
  context: Context,
  names: { readonly old: string; readonly instead: string },
  span: Span,
): void {
  tellWarning(context, diagnostic('adapter-method-deprecated', names, { span }))
}

const KEYS_NEED_TRANSACTION =
  'disable_transactions is set, but a table with a foreign key is replaced in a transaction all the same: ' +
  'a build that fails would lose its rows'

const STRATEGIES = ['append', 'delete+insert', 'merge', 'microbatch']

/** Methods of `adapter` that few templates know: keys, transactions, and names of earlier versions of dbt. */
export const moreMethods: Readonly<Record<string, Method>> = {
  already_exists: {
    parameters: ['schema', 'table'],
    atParse: () => false,
    call: async (context, [schema, table], { callSite }) => {
      tellOldName(context, { old: 'already_exists', instead: 'get_relation' }, callSite)
      const { target } = context.invocation
      const found = await findRelation(context, [
        String(target['database'] ?? ''),
        schema ?? '',
        table ?? '',
      ])
      return found !== null
    },
  },
  get_columns_in_table: {
    parameters: ['schema', 'identifier'],
    atParse: emptyList,
    call: (context, [schema, identifier], call) => {
      const names = { old: 'get_columns_in_table', instead: 'get_columns_in_relation' }
      tellOldName(context, names, call.callSite)
      const { dialect, target } = context.invocation
      const relation = new RelationValue(dialect, {
        database: String(target['database'] ?? ''),
        schema: part(schema),
        identifier: part(identifier),
      })
      return columnsOf(context, relation, call)
    },
  },
  valid_incremental_strategies: { parameters: [], call: () => [...STRATEGIES] },
  escape_sql_string: { parameters: ['value'], call: (_context, [value]) => quoteText(value) },
  ensure_transaction: {
    parameters: [],
    atParse: nothing,
    call: async (context, _args, { callSite }) => {
      if (context.invocation.target['disable_transactions'] === true)
        warnOnce(context, KEYS_NEED_TRANSACTION, callSite)
      await running(context).session.ensureTransaction()
      return null
    },
  },
  catalog_supports_foreign_keys: {
    parameters: ['database'],
    atParse: () => true,
    call: (context, [database]) => isDuckdb(context, part(database)),
  },
  existing_key_constraint_types: {
    parameters: ['relation'],
    atParse: emptyList,
    call: (context, [relation]) => keyTypes(context, toRelation(relation)),
  },
  get_partitions_metadata: {
    parameters: ['table'],
    atParse: emptyList,
    call: (context) =>
      raise(
        'CompilationError',
        `\`get_partitions_metadata\` is not implemented for this adapter (${context.invocation.adapterType})`,
      ),
  },
  run_sql_for_tests: {
    parameters: ['sql', 'fetch', 'conn?'],
    atParse: nothing,
    call: async (context, [sql, fetch]) => {
      const { session } = running(context)
      const { table } = await session.query(toText(sql ?? null))
      const rows = table.rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))))
      return fetch === 'one' ? (rows[0] ?? null) : fetch === 'all' ? rows : null
    },
  },
  get_catalog_integration: {
    parameters: ['name'],
    call: (_context, [name]) =>
      raise('CompilationError', `there is no catalog integration named "${part(name)}"`),
  },
  build_catalog_relation: { parameters: ['config'], call: () => null },
}
