import type { Connection } from '@btn/adapter'

/** Which seed each column's data is made of; a column that is not in it has seed 0. */
export type Seeds = ReadonlyMap<string, number>

interface TableShape {
  readonly rows: number
  /** Expressions over `$`, a number that is as good as random for each row, column and seed. */
  readonly columns: Readonly<Record<string, string>>
  /** All columns, where some are not stored. */
  readonly declared?: string
}

const small = 'case when $ % 7 = 0 then null else ($ % 5)::int end'
const word = 'case when $ % 9 = 0 then null else chr(97 + ($ % 4)::int) end'
const moment = "timestamp '2024-01-01' + to_hours(($ % 20)::int)"

/** Few different values, so that joins and groups meet, and some NULLs. */
const tables: Readonly<Record<string, TableShape>> = {
  t: {
    rows: 9,
    columns: {
      a: small,
      b: word,
      c: '($ % 9) / 2',
      d: "{'x': ($ % 3)::int, 'y': chr(97 + ($ % 3)::int)}",
      l: 'list_transform(range($ % 3), lambda e: (e + $ % 4)::int)',
    },
  },
  u: { rows: 7, columns: { a: small, z: word } },
  's.w': { rows: 6, columns: { a: small, '"Q q"': "date '2024-01-01' + ($ % 5)::int" } },
  p: {
    rows: 10,
    columns: { k: 'chr(97 + ($ % 3)::int)', v: small, y: '($ % 2)::int' },
  },
  times: { rows: 6, columns: { ts: moment, k: '($ % 2)::int', v: small } },
  prices: { rows: 8, columns: { ts: moment, k: '($ % 2)::int', p: '($ % 50) / 10' } },
  g: { rows: 5, columns: { a: small, e: small }, declared: 'a int, e int, b int as (a + 1)' },
  staff: { rows: 8, columns: { id: '($ % 6)::int', boss: small, name: word } },
}

export const worldColumns: readonly string[] = Object.entries(tables).flatMap(
  ([table, { columns }]) =>
    Object.keys(columns).map((column) => `${table}.${column.replaceAll('"', '')}`),
)

/** Tables, and what stands on them, in a database of their own. */
export class World {
  readonly #connection: Connection
  /** What each table is made with now. */
  readonly #current = new Map<string, string>()

  private constructor(connection: Connection) {
    this.#connection = connection
  }

  static async create(connection: Connection): Promise<World> {
    const world = new World(connection)
    await connection.execute("create schema s; create type mood as enum ('a', 'b')")
    await connection.execute('create sequence numbers')
    await world.fill(new Map())
    await connection.execute("create view v as select a as va, c from t where b = 'a'")
    await connection.execute('create macro add_up(x, y) as x + y')
    await connection.execute('create macro above(n) as table select a, b from t where c > n')
    await connection.execute('create macro best() as (select max(z) from u)')
    return world
  }

  /** Gives the tables the data of these seeds. */
  async fill(seeds: Seeds): Promise<void> {
    for (const [table, shape] of Object.entries(tables)) {
      const sql = fillTable(table, shape, seeds)
      if (this.#current.get(table) === sql) continue
      await this.#connection.execute(sql)
      this.#current.set(table, sql)
    }
  }
}

function fillTable(table: string, shape: TableShape, seeds: Seeds): string {
  const made = Object.entries(shape.columns).map(([name, expression]) => {
    const id = `${table}.${name.replaceAll('"', '')}`
    // Not `hash`: its lowest bits are the same for many seeds.
    const random = `(md5_number(concat_ws(' ', i, '${id}', ${seeds.get(id) ?? 0})) % 1000)::bigint`
    return `${expression.replaceAll('$', random)} as ${name}`
  })
  const rows = `select ${made.join(', ')} from range(${shape.rows}) r(i)`
  if (!shape.declared) return `create or replace table ${table} as ${rows}`
  return `create or replace table ${table} (${shape.declared}); insert into ${table} ${rows}`
}
