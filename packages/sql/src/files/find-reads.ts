import type { QueryConnection } from '../describe-query.ts'
import { findCallEnd, findTokenEnd } from './call-end.ts'

/** A place of the text where a file is read in a way whose plan the engine cannot write down. */
export interface FileRead {
  readonly start: number
  readonly end: number
  /** `read_csv`; for a file named in FROM, the function that it stands for is not known by name. */
  readonly name: string
  readonly files: readonly string[]
  /** The name that it has in the query when the text gives it none. */
  readonly alias: string | undefined
}

/** What is needed of the engine's syntax tree: it is searched, not understood. */
interface SyntaxNode {
  readonly type?: string
  readonly alias?: string
  readonly query_location?: number
  readonly table_name?: string
  readonly schema_name?: string
  readonly function?: FunctionNode
  readonly [key: string]: unknown
}

interface FunctionNode {
  readonly function_name?: string
  readonly children?: readonly ArgumentNode[]
}

interface ArgumentNode extends FunctionNode {
  readonly value?: { readonly value?: unknown }
}

const readers =
  /^(read_csv|read_csv_auto|read_json|read_json_auto|read_json_objects|read_json_objects_auto|read_ndjson|read_ndjson_auto|read_ndjson_objects)$/
const textFile = /\.(csv|tsv|txt|json|jsonl|ndjson)(\.\w+)?$/i

/** The reads of CSV and JSON files in a query, in the order of the text; undefined when the text has no syntax tree. */
export async function findReads(
  connection: QueryConnection,
  sql: string,
): Promise<readonly FileRead[] | undefined> {
  const text = sql.replaceAll("'", "''")
  const { rows } = await connection.query(
    `select json_serialize_sql('${text}', skip_null := true, skip_empty := true, skip_default := true)::varchar`,
  )
  const tree: SyntaxNode & { readonly error?: boolean } = JSON.parse(String(rows[0]?.[0]))
  if (tree.error) return undefined
  const bytes = Buffer.from(sql)
  const reads = findNodes(tree).flatMap((node) => {
    const start = bytes.subarray(0, node.query_location ?? 0).toString().length
    return toRead(node, sql, start) ?? []
  })
  return reads.toSorted((a, b) => a.start - b.start)
}

function toRead(node: SyntaxNode, sql: string, start: number): FileRead | undefined {
  const name = node.function?.function_name ?? ''
  if (node.type === 'TABLE_FUNCTION' && readers.test(name)) {
    const files = (node.function?.children?.slice(0, 1) ?? []).flatMap(textsIn)
    const alias = node.alias ? undefined : name
    return { start, end: findCallEnd(sql, start), name, files, alias }
  }
  const file = node.table_name ?? ''
  if (node.type !== 'BASE_TABLE' || node.schema_name || !textFile.test(file)) return undefined
  const end = findTokenEnd(sql, start)
  const alias = node.alias ? undefined : baseName(file)
  return { start, end, name: functionOf(file), files: [file], alias }
}

function textsIn({ value, children = [] }: ArgumentNode): readonly string[] {
  return typeof value?.value === 'string' ? [value.value] : children.flatMap(textsIn)
}

function functionOf(file: string): string {
  return /json(l)?(\.\w+)?$/i.test(file) ? 'read_json' : 'read_csv'
}

function baseName(file: string): string {
  const name = file.replace(/^.*[/\\]/, '')
  return name.replace(/\..*$/, '')
}

function findNodes(value: unknown): readonly SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(findNodes)
  return 'type' in value ? [value as SyntaxNode, ...inside] : inside
}
