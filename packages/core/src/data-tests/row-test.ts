import { sqlTokens, type SqlToken } from './sql-tokens.ts'

/** After a condition, at its own level: then it is more than a choice of rows. */
const CLAUSES: ReadonlySet<string> = new Set(
  'group order limit having union intersect except qualify window offset using fetch join tablesample'.split(
    ' ',
  ),
)

/** A query, as far as it is a choice of rows. */
interface Choice {
  readonly list: readonly SqlToken[]
  /** The relation, or the name of a part. */
  readonly from: string
  readonly condition: string | undefined
}

/**
 * The condition of a test that looks at each row by itself (`select … from <relation> where …`, also by way of parts that hand all columns
 * through); undefined for a test of any other form.
 */
export function readRowCondition(sql: string, relation: string): string | undefined {
  const query = new Query(sql, relation)
  const conditions = query.conditions()
  return conditions && conditions.length > 0
    ? conditions.map((it) => `(\n${it}\n)`).join(' and ')
    : undefined
}

class Query {
  readonly #sql: string
  readonly #relation: string
  readonly #tokens: readonly SqlToken[] | undefined

  constructor(sql: string, relation: string) {
    this.#sql = sql
    this.#relation = relation
    this.#tokens = sqlTokens(sql)
  }

  conditions(): readonly string[] | undefined {
    const tokens = this.#tokens
    if (!tokens || tokens.some(({ text }) => text === ';')) return undefined
    const parts = new Map<string, Choice>()
    let at = 0
    if (tokens[0]?.text === 'with') {
      do {
        const end = this.#readPart(tokens, at + 1, parts)
        if (end === undefined) return undefined
        at = end
      } while (tokens[at]?.text === ',')
    }
    const last = this.#readChoice(tokens.slice(at))
    if (!last || last.list.some(isComputed)) return undefined
    return this.#collect(last, parts)
  }

  /** `name as ( … )`; gives where it ends. */
  #readPart(
    tokens: readonly SqlToken[],
    at: number,
    parts: Map<string, Choice>,
  ): number | undefined {
    const [name, as, open] = tokens.slice(at, at + 3)
    if (name?.kind !== 'word' || as?.text !== 'as' || open?.text !== '(') return undefined
    const close = tokens.findIndex(
      (it, index) => index > at + 2 && it.text === ')' && it.depth === open.depth,
    )
    const choice = this.#readChoice(tokens.slice(at + 3, close))
    if (!choice || parts.has(name.text) || choice.list.map((it) => it.text).join('') !== '*')
      return undefined
    parts.set(name.text, choice)
    return close + 1
  }

  #readChoice(tokens: readonly SqlToken[]): Choice | undefined {
    const depth = tokens[0]?.depth
    const isAt = (text: string) => (it: SqlToken) => it.text === text && it.depth === depth
    const from = tokens.findIndex(isAt('from'))
    if (tokens[0]?.text !== 'select' || from === -1) return undefined
    const list = tokens.slice(1, from)
    const start = tokens[from + 1]?.start ?? this.#sql.length
    const isWhole = this.#sql.startsWith(this.#relation, start)
    const end = isWhole ? start + this.#relation.length : (tokens[from + 1]?.end ?? start)
    const [where, ...rest] = tokens.filter((it) => it.start >= end)
    const name = isWhole ? this.#relation : this.#sql.slice(start, end).toLowerCase()
    if (!where) return { list, from: name, condition: undefined }
    if (where.text !== 'where' || rest.length === 0) return undefined
    if (rest.some((it) => isQuery(it) || (it.depth === depth && CLAUSES.has(it.text))))
      return undefined
    const condition = this.#sql.slice(where.end, rest.at(-1)?.end).trim()
    return { list, from: name, condition }
  }

  #collect(last: Choice, parts: ReadonlyMap<string, Choice>): readonly string[] | undefined {
    const found: string[] = []
    const seen = new Set<string>()
    for (let choice: Choice | undefined = last; choice; choice = parts.get(choice.from)) {
      if (choice.condition !== undefined) found.unshift(choice.condition)
      if (choice.from === this.#relation) return found
      if (seen.has(choice.from)) return undefined
      seen.add(choice.from)
    }
    return undefined
  }
}

function isQuery({ text }: SqlToken): boolean {
  return text === 'select' || text === 'from'
}

/** A list that could give other rows than there are, or names that a condition could mean. */
function isComputed({ kind, text }: SqlToken): boolean {
  return text === '(' || text === 'distinct' || (kind === 'word' && text === 'as')
}
