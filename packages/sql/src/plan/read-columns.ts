import type { SqlColumn } from '@btn/adapter'
import type { PlanNode, PlanType } from './plan.ts'

/** A text that gives what the query gives, so that its plan has the names that the engine gave to all columns. */
export function asSubquery(sql: string): string {
  return `select * from (${sql}\n)`
}

/** The columns of such a text, as DESCRIBE has them; undefined where the plan does not say all of that. */
export function readColumns({
  type,
  expressions = [],
}: PlanNode): readonly SqlColumn[] | undefined {
  if (type !== 'LOGICAL_PROJECTION') return undefined
  const columns = expressions.flatMap((expression): readonly SqlColumn[] => {
    if (!('expression_class' in expression)) return []
    const { alias: name, return_type } = expression
    const text = return_type && toText(return_type)
    return name !== undefined && text !== undefined ? [{ name, type: text }] : []
  })
  return columns.length === expressions.length ? columns : undefined
}

/** Types whose name is all there is to say. Those with names inside, as of structs, are left to the engine: it quotes some. */
const PLAIN: ReadonlySet<string> = new Set(
  `BIGINT BIGNUM BIT BLOB BOOLEAN DATE DOUBLE FLOAT HUGEINT INTEGER INTERVAL SMALLINT TIME TIMESTAMP TIMESTAMP_MS TIMESTAMP_NS
  TIMESTAMP_S TINYINT UBIGINT UHUGEINT UINTEGER USMALLINT UTINYINT UUID VARCHAR`.split(/\s+/),
)
const WITH_ZONE: ReadonlySet<string> = new Set(['TIMESTAMP WITH TIME ZONE', 'TIME WITH TIME ZONE'])

function toText({ id, type_info: info }: PlanType): string | undefined {
  if (!info) return PLAIN.has(id) || WITH_ZONE.has(id) ? id : undefined
  // JSON is a text of another name; a type with a name of the user's own is left to the engine.
  if (info.alias !== undefined)
    return id === 'VARCHAR' && info.alias === 'JSON' ? 'JSON' : undefined
  if (id === 'DECIMAL') return `DECIMAL(${info.width ?? 0},${info.scale ?? 0})`
  if (id !== 'LIST' || !info.child_type) return undefined
  const element = toText(info.child_type)
  return element === undefined ? undefined : `${element}[]`
}
