import fc from 'fast-check'

type Kind = 'number' | 'text'

interface Field {
  readonly sql: string
  readonly kind: Kind
}

interface Source {
  /** What stands in FROM. */
  readonly sql: string
  readonly fields: readonly Field[]
}

const tables: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  t: { a: 'number', b: 'text', c: 'number', 'd.x': 'number', 'd.y': 'text' },
  u: { a: 'number', z: 'text' },
  p: { k: 'text', v: 'number', y: 'number' },
  staff: { id: 'number', boss: 'number', name: 'text' },
  g: { a: 'number', b: 'number' },
}

/** Every pair of their rows may have to be looked at. */
const MOST_TABLES = 4

/**
 * Writes queries at random whose results do not depend on the order of rows: what is limited is sorted by everything, and ties are
 * equal rows.
 */
export class QueryWriter {
  readonly #random: fc.GeneratorValue
  #count = 0
  #tables = 0

  constructor(random: fc.GeneratorValue) {
    this.#random = random
  }

  query(depth = 3): string {
    const kinds = Array.from({ length: this.#upTo(3) + 1 }, () =>
      this.#pick<Kind>(['number', 'text']),
    )
    const sql = this.#select(kinds, depth, [])
    return this.#chance(4) ? `with first as (${sql}) select * from first ${this.#cteUse()}` : sql
  }

  /** A query for columns of these kinds, named c0, c1, …; `outer` may be used in subqueries of it. */
  #select(kinds: readonly Kind[], depth: number, outer: readonly Field[]): string {
    if (depth > 0 && this.#chance(5)) return this.#setOperation(kinds, depth, outer)
    const source = this.#source(depth, outer)
    const name = (index: number) => `c${index}`
    const from = `from ${source.sql}`
    const where = this.#chance(2) ? ` where ${this.#condition(source.fields, depth)}` : ''
    if (this.#chance(4)) return this.#grouped(kinds, source, from + where)
    const isWindowed = this.#chance(3)
    const items = kinds.map((kind, index) => {
      const made =
        isWindowed && this.#chance(2)
          ? this.#window(kind, source.fields)
          : this.#expression(kind, source.fields, depth)
      return `${made} as ${name(index)}`
    })
    const distinct = this.#chance(6) ? 'distinct ' : ''
    const qualify = this.#chance(8) ? ` qualify ${this.#window('number', source.fields)} < 4` : ''
    const limit = this.#chance(8) ? ` order by all limit ${this.#upTo(4) + 1}` : ''
    return `select ${distinct}${items.join(', ')} ${from}${where}${qualify}${limit}`
  }

  #setOperation(kinds: readonly Kind[], depth: number, outer: readonly Field[]): string {
    const sides = [0, 1].map(() => `(${this.#select(kinds, depth - 1, outer)})`)
    const word = this.#pick([
      'union all',
      'union',
      'union all by name',
      'except',
      'intersect',
      'except all',
    ])
    return sides.join(` ${word} `)
  }

  #grouped(kinds: readonly Kind[], source: Source, from: string): string {
    const keys = [this.#pick(source.fields), this.#pick(source.fields)].slice(0, this.#upTo(2))
    const items = kinds.map((kind, index) => {
      const key = keys.find((it) => it.kind === kind)
      return `${key && this.#chance(2) ? key.sql : this.#aggregate(kind, source.fields)} as c${index}`
    })
    const having = this.#chance(4) ? ` having ${this.#aggregate('number', source.fields)} > 1` : ''
    const list = keys.map((key) => key.sql).join(', ')
    const group =
      keys.length === 0 ? '' : ` group by ${this.#chance(4) ? `rollup (${list})` : list}`
    return `select ${items.join(', ')} ${from}${group}${having}`
  }

  #source(depth: number, outer: readonly Field[]): Source {
    if (depth === 0 || this.#chance(2)) return this.#table()
    const left = this.#chance(2) ? this.#table() : this.#derived(depth - 1, outer)
    const form = this.#upTo(6)
    if (form === 0) return left
    if (form === 1) return this.#unnested(left)
    if (form === 2) {
      const right = this.#derived(depth - 1, left.fields, 'lateral ')
      return { sql: `${left.sql}, ${right.sql}`, fields: [...left.fields, ...right.fields] }
    }
    const right = this.#chance(2) ? this.#table() : this.#derived(depth - 1, outer)
    const both = [...left.fields, ...right.fields]
    if (form === 3) return { sql: `${left.sql}, ${right.sql}`, fields: both }
    const join = this.#pick([
      'join',
      'left join',
      'right join',
      'full join',
      'semi join',
      'anti join',
    ])
    const condition = this.#joinCondition(left.fields, right.fields)
    const fields = /semi|anti/.test(join) ? left.fields : both
    return { sql: `${left.sql} ${join} ${right.sql} on ${condition}`, fields }
  }

  #table(): Source {
    const alias = this.#alias()
    if (++this.#tables > MOST_TABLES) {
      const fields = [
        { sql: `${alias}.n`, kind: 'number' },
        { sql: `${alias}.w`, kind: 'text' },
      ] as const
      return { sql: `(values (1, 'b')) as ${alias}(n, w)`, fields }
    }
    const table = this.#pick(Object.keys(tables))
    const fields = Object.entries(tables[table] ?? {}).map(([name, kind]) => ({
      sql: `${alias}.${name}`,
      kind,
    }))
    return { sql: `${table} as ${alias}`, fields }
  }

  #derived(depth: number, outer: readonly Field[], word = ''): Source {
    const kinds = Array.from({ length: this.#upTo(3) + 1 }, () =>
      this.#pick<Kind>(['number', 'text']),
    )
    const alias = this.#alias()
    const isLateral = word !== ''
    const sql = isLateral ? this.#correlated(kinds, depth, outer) : this.#select(kinds, depth, [])
    const fields = kinds.map((kind, index) => ({ sql: `${alias}.c${index}`, kind }))
    return { sql: `${word}(${sql}) as ${alias}`, fields }
  }

  /** A simple query that compares with a column of the outer one. */
  #correlated(kinds: readonly Kind[], depth: number, outer: readonly Field[]): string {
    const source = this.#source(Math.max(0, depth - 1), [])
    const condition = this.#joinCondition(outer, source.fields)
    const items = kinds.map((kind, index) => {
      const fields = this.#chance(3) ? [...source.fields, ...outer] : source.fields
      return `${this.#expression(kind, fields, 0)} as c${index}`
    })
    return `select ${items.join(', ')} from ${source.sql} where ${condition}`
  }

  #unnested(left: Source): Source {
    const alias = this.#alias()
    const [one, two] = [0, 1].map(() => this.#expression('number', left.fields, 0))
    const list = this.#chance(2) ? `[${one}, ${two}]` : `range(abs(${one}) % 3)`
    return {
      sql: `${left.sql}, unnest(${list}) as ${alias}(e)`,
      fields: [...left.fields, { sql: `${alias}.e`, kind: 'number' }],
    }
  }

  #joinCondition(left: readonly Field[], right: readonly Field[]): string {
    const one = this.#pick(left)
    const two = right.find((field) => field.kind === one.kind)
    const equal = two ? `${one.sql} = ${two.sql}` : `${this.#pick(right).sql} is not null`
    return this.#chance(4) ? `${equal} and ${this.#compare([...left, ...right])}` : equal
  }

  #condition(fields: readonly Field[], depth: number): string {
    if (depth === 0 || this.#chance(2)) return this.#compare(fields)
    const form = this.#upTo(3)
    const not = this.#chance(3) ? 'not ' : ''
    if (form === 0) return `${not}exists (${this.#correlated(['number'], depth - 1, fields)})`
    if (form === 1) {
      const { kind, sql } = this.#pick(fields)
      return `${sql} ${not}in (${this.#select([kind], depth - 1, [])})`
    }
    return `(${this.#compare(fields)} or ${this.#compare(fields)})`
  }

  #compare(fields: readonly Field[]): string {
    const field = this.#pick(fields)
    if (this.#chance(6)) return `${field.sql} is not null`
    if (field.kind === 'text') return `${field.sql} ${this.#pick(['<', '>', '='])} 'b'`
    return `${field.sql} ${this.#pick(['<', '>', '<>'])} ${this.#upTo(5)}`
  }

  #expression(kind: Kind, fields: readonly Field[], depth: number): string {
    const own = fields.filter((field) => field.kind === kind)
    if (depth > 0 && this.#chance(8)) return this.#scalarSubquery(kind, fields, depth)
    if (own.length === 0) return kind === 'number' ? '7' : "'x'"
    const { sql } = this.#pick(own)
    const other = this.#pick(fields).sql
    const forms =
      kind === 'number'
        ? [
            sql,
            sql,
            `${sql} + 1`,
            `coalesce(${sql}, 3)`,
            `case when ${this.#compare(fields)} then ${sql} end`,
            `{'i': ${sql}, 'j': ${other}}.i`,
            `list_sum(list_transform([1, 2], lambda e: e + ${sql}))`,
            `[${sql}, 5][1]`,
          ]
        : [
            sql,
            sql,
            `upper(${sql})`,
            `${sql} || '!'`,
            `if(${this.#compare(fields)}, ${sql}, 'n')`,
            `{'i': ${sql}, 'j': ${other}}.i`,
          ]
    return this.#pick(forms)
  }

  #scalarSubquery(kind: Kind, fields: readonly Field[], depth: number): string {
    const source = this.#source(depth - 1, [])
    const made = this.#aggregate(kind, source.fields)
    const where = this.#chance(3) ? '' : ` where ${this.#joinCondition(fields, source.fields)}`
    return `(select ${made} from ${source.sql}${where})`
  }

  #aggregate(kind: Kind, fields: readonly Field[]): string {
    const { sql, kind: found } = this.#pick(fields)
    const filter = this.#chance(4) ? ` filter (where ${this.#compare(fields)})` : ''
    if (kind === 'text')
      return found === 'text'
        ? `max(${sql})${filter}`
        : `string_agg(${sql}, ',' order by ${sql})${filter}`
    const word = this.#pick(found === 'number' ? ['sum', 'min', 'count'] : ['count'])
    return this.#chance(5) ? `count(*)${filter}` : `${word}(${sql})${filter}`
  }

  #window(kind: Kind, fields: readonly Field[]): string {
    const partition = this.#chance(2) ? `partition by ${this.#pick(fields).sql}` : ''
    if (kind === 'text') {
      const own = fields.filter((field) => field.kind === 'text')
      return own.length === 0 ? "'w'" : `max(${this.#pick(own).sql}) over (${partition})`
    }
    if (this.#chance(2)) return `rank() over (${partition} order by ${this.#pick(fields).sql})`
    return `${this.#aggregate('number', fields).replace(/order by.*/, '')} over (${partition})`
  }

  #cteUse(): string {
    return this.#pick([
      '',
      'where c0 is not null',
      'order by all limit 3',
      'semi join first second on first.c0 = second.c0',
    ])
  }

  #alias(): string {
    return `s${this.#count++}`
  }

  #pick<T>(items: readonly T[]): T {
    return this.#random(fc.constantFrom, ...items)
  }

  #upTo(max: number): number {
    return this.#random(fc.nat, max - 1 < 0 ? 0 : max - 1)
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    return this.#upTo(times) === 0
  }
}
