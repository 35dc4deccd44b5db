import { DatabaseError, type Catalog, type Relation, type SchemaName } from '@btn/adapter'
import type { SqlColumn, SqlTable } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'
import { listFileSizes } from './list-file-sizes.ts'
import { listSizes } from './list-sizes.ts'
import { summarize } from './summarize.ts'

/** What DuckDB's own tables of contents say; names are looked up without regard to case, as DuckDB itself does. */
export const duckdbCatalog: Catalog = {
  listRelations: (connection, database, schema) =>
    duckdbCatalog.listRelationsIn(connection, [{ database, schema }]),

  async listRelationsIn(connection, schemas) {
    if (schemas.length === 0) return []
    return readRelations(await connection.query(relationsSql(schemas)))
  },

  async listSchemas(connection, database) {
    const table = await connection.query(
      `select distinct schema_name from duckdb_schemas() where lower(database_name) = lower(${text(database)})
      order by schema_name`,
    )
    return table.rows.map(([name]) => String(name))
  },

  async listColumns(connection, relation) {
    try {
      return readColumns(await connection.query(`describe ${duckdbDialect.name(relation)}`))
    } catch (error) {
      // A missing relation has no columns; a view over a missing table is another matter.
      if (error instanceof DatabaseError && !(await exists(connection, relation))) return []
      throw error
    }
  },

  async listDetails(connection, schemas) {
    if (schemas.length === 0) return []
    const table = await connection.query(detailsSql(schemas))
    return table.rows.map(([line]) => String(line))
  },

  listSizes,
  listFileSizes,
  summarize,
}

const text = (value: string) => duckdbDialect.literal(value)

/** The condition that something lies in one of the schemas. */
function isIn(schemas: readonly SchemaName[]): string {
  const places = schemas
    .map(({ database, schema }) => `(lower(${text(database)}), lower(${text(schema)}))`)
    .join(', ')
  return `(lower(database_name), lower(schema_name)) in (${places})`
}

function detailsSql(schemas: readonly SchemaName[]): string {
  const select = (line: string, from: string, condition = 'true') =>
    `select concat_ws(' ', schema_name, ${line}) as line from ${from}() where ${isIn(schemas)} and ${condition}`
  const comment = (kind: string) =>
    select(`${kind}_name, 'comment', comment`, `duckdb_${kind}s`, 'comment is not null')
  const parts = [
    select(`table_name, 'index', index_name, expressions`, 'duckdb_indexes'),
    select(`table_name, 'constraint', constraint_text`, 'duckdb_constraints'),
    comment('table'),
    comment('view'),
    select(`table_name, column_name, 'comment', comment`, 'duckdb_columns', 'comment is not null'),
  ]
  return `${parts.join(' union all ')} order by line`
}

function relationsSql(schemas: readonly SchemaName[]): string {
  const select = (kind: string) =>
    `select database_name, schema_name, ${kind}_name, '${kind}' from duckdb_${kind}s()
    where ${isIn(schemas)}`
  return `${select('table')} union all ${select('view')}`
}

function readRelations(table: SqlTable): readonly Relation[] {
  return table.rows.map(([database, schema, name, type]) => ({
    database: String(database),
    schema: String(schema),
    name: String(name),
    type: type === 'view' ? 'view' : 'table',
  }))
}

function readColumns(table: SqlTable): readonly SqlColumn[] {
  return table.rows.map(([name, type]) => ({ name: String(name), type: String(type) }))
}

async function exists(
  connection: Parameters<Catalog['listColumns']>[0],
  relation: Relation,
): Promise<boolean> {
  const all = await duckdbCatalog.listRelations(connection, relation.database, relation.schema)
  return all.some((other) => duckdbDialect.isSameName(other.name, relation.name))
}
