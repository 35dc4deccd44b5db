import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * @typedef {object} Name
 * @property {string} catalog
 * @property {string} schema
 * @property {string} name
 *
 * @typedef {Name & { columns: { name: string, type: string }[] }} Table
 *
 * @typedef {object} Model
 * @property {string} id
 * @property {readonly string[]} parents
 * @property {Name} relation
 * @property {string} sql
 */

/** A database, in memory and of empty tables unless it is a file; `describeQuery` takes it for a connection. */
export class Catalogue {
  #instance
  #connection

  static async open(/** @type {readonly Table[]} */ tables, file = ':memory:') {
    const catalogue = new Catalogue()
    catalogue.#instance = await DuckDBInstance.create(file)
    catalogue.#connection = await catalogue.#instance.connect()
    for (const table of tables) await catalogue.add(table)
    return catalogue
  }

  async query(/** @type {string} */ sql) {
    const reader = await this.#connection.runAndReadAll(sql)
    return { columns: [], rows: reader.getRowsJson() }
  }

  /** Runs statements, however many. */
  async run(/** @type {string} */ sql) {
    await this.#connection.runAndReadAll(sql)
  }

  /** The tables and views of one catalog. */
  async tables(/** @type {string} */ catalog) {
    const { rows } = await this.query(
      `select table_catalog, table_schema, table_name,
         list({name: column_name, type: data_type} order by ordinal_position)
       from information_schema.columns where table_catalog = '${catalog}' group by all`,
    )
    return rows.map(([catalog, schema, name, columns]) => ({ catalog, schema, name, columns }))
  }

  /** Makes the table anew; catalog and schema, too, where they are missing. The last catalog is the one of names without. */
  async add(/** @type {Table} */ { catalog, schema, name, columns }) {
    await this.query(`attach if not exists ':memory:' as ${quote(catalog)}; use ${quote(catalog)}`)
    await this.query(`create schema if not exists ${quote(catalog)}.${quote(schema)}`)
    const list = columns.map((column) => `${quote(column.name)} ${column.type}`).join(', ')
    await this.query(
      `create or replace table ${[catalog, schema, name].map(quote).join('.')} (${list})`,
    )
  }

  close() {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

function quote(/** @type {string} */ name) {
  return `"${name.replaceAll('"', '""')}"`
}

/** Every table and view of the database that a project built. */
export async function readTables(/** @type {string} */ folder) {
  const file = readdirSync(folder).find((name) => name.endsWith('.duckdb'))
  const catalogue = await Catalogue.open([], join(folder, file))
  const tables = await catalogue.tables(basename(file, '.duckdb'))
  catalogue.close()
  return tables
}

/**
 * Adds the tables of models that were never built, with the columns that their queries give, and tables that nobody has: with
 * the columns that the queries on them name, as text. Everybody who is compared is given the same.
 */
export async function withMissing(
  /** @type {readonly Model[]} */ models,
  /** @type {readonly Table[]} */ tables,
  describeQuery,
) {
  const catalogue = await Catalogue.open(tables)
  const guesses = new Set()
  const known = new Map(tables.map((table) => [keyOf(table), table]))
  const add = async (/** @type {Table} */ table) => {
    known.set(keyOf(table), table)
    await catalogue.add(table)
  }
  for (const { sql, relation } of parentsFirst(models)) {
    const described = await describeWithGuesses({
      sql,
      relation,
      catalogue,
      known,
      guesses,
      add,
      describeQuery,
    })
    if (!described || described.columns.length === 0 || known.has(keyOf(relation))) continue
    await add({ ...relation, columns: described.columns.map(({ name, type }) => ({ name, type })) })
  }
  catalogue.close()
  return [...known.values()]
}

const keyOf = ({ catalog, schema, name }) => [catalog, schema, name].join('.').toLowerCase()

async function describeWithGuesses({
  sql,
  relation,
  catalogue,
  known,
  guesses,
  add,
  describeQuery,
}) {
  const named = await tablesIn(catalogue, sql, relation)
  for (const table of named.filter((it) => !known.has(keyOf(it)))) {
    guesses.add(keyOf(table))
    // A name that no column has would mean the whole row of the table of that name.
    const name = table.isColumn ? table.name : 'any_column'
    await add({ ...table, columns: [{ name, type: 'VARCHAR' }] })
  }
  const guessed = () =>
    named.filter((it) => guesses.has(keyOf(it))).map((it) => known.get(keyOf(it)))
  let type = 'VARCHAR'
  for (let tries = 0; tries < 300; tries++) {
    try {
      return await describeQuery(catalogue, sql)
    } catch (error) {
      const column = missingColumn(error.message)
      const table = guessed().find(
        ({ columns }) => column && !columns.some((it) => it.name === column),
      )
      if (column && table) {
        const columns = table.columns.filter(({ name }) => name !== 'any_column')
        await add({ ...table, columns: [...columns, { name: column, type }] })
      } else if (
        /No function matches|Could not choose|Cannot compare/.test(error.message) &&
        type === 'VARCHAR'
      ) {
        type = 'BIGINT'
        for (const it of guessed()) {
          await add({ ...it, columns: it.columns.map((column) => ({ ...column, type })) })
        }
      } else return undefined
    }
  }
  return undefined
}

function missingColumn(/** @type {string} */ message) {
  const found = [
    /Referenced column "([^"]+)" not found/,
    /does not have a column named "([^"]+)"/,
    /Column "([^"]+)" referenced that exists in the SELECT clause/,
    /Column "([^"]+)" does not exist on (?:left|right) side/,
  ].map((pattern) => pattern.exec(message)?.[1])
  return found.find((name) => name !== undefined)?.toLowerCase()
}

/** The tables that a query names. */
async function tablesIn(catalogue, sql, { catalog, schema }) {
  const text = sql.replaceAll("'", "''")
  const { rows } = await catalogue.query(`select json_serialize_sql('${text}')::varchar`)
  const found = []
  const ctes = new Set()
  const columns = new Set()
  JSON.parse(rows[0][0], (key, value) => {
    if (key === 'cte_map') for (const entry of value?.map ?? []) ctes.add(entry.key.toLowerCase())
    if (value?.type === 'BASE_TABLE') found.push(value)
    if (value?.type === 'COLUMN_REF') columns.add(value.column_names.at(-1).toLowerCase())
    return value
  })
  return found
    .filter((table) => table.schema_name || !ctes.has(table.table_name.toLowerCase()))
    .map((table) => ({
      catalog: table.catalog_name || catalog,
      schema: table.schema_name || schema,
      name: table.table_name,
      isColumn: columns.has(table.table_name.toLowerCase()),
    }))
}

/** @returns {readonly Model[]} */
function parentsFirst(/** @type {readonly Model[]} */ models) {
  const byId = new Map(models.map((model) => [model.id, model]))
  const ordered = new Set()
  const visit = (/** @type {Model | undefined} */ model) => {
    if (!model || ordered.has(model)) return
    for (const parent of model.parents) visit(byId.get(parent))
    ordered.add(model)
  }
  models.forEach(visit)
  return [...ordered]
}
