import { logWarning } from '../tell-warning.ts'
import { createHash } from 'node:crypto'
import { diagnostic, DiagnosticError, type Span } from '@btn/diagnostics'
import { hostFunction, toJs, toText, type CallArguments, type Value } from '@btn/jinja'
import type { Context, Invocation } from '../context.ts'
import { record } from '../values/record.ts'
import { RelationValue } from '../values/relation.ts'

/** An index as the config `indexes` describes it. */
interface IndexConfig {
  readonly columns: readonly string[]
  readonly unique: boolean
}

function readIndex(raw: Value, span: Span): IndexConfig {
  const index = toJs(raw)
  const fields = typeof index === 'object' && index !== null ? index : {}
  const columns = 'columns' in fields ? fields.columns : undefined
  const unique = 'unique' in fields ? fields.unique : false
  const isList = Array.isArray(columns) && columns.length > 0
  if (isList && columns.every((it) => typeof it === 'string') && typeof unique === 'boolean') {
    return { columns, unique }
  }
  throw new DiagnosticError(diagnostic('index-config', { index: JSON.stringify(index) }, { span }))
}

/** A name of its own for each build: DuckDB keeps an index's name taken until the old table is gone. */
function indexName({ columns, unique }: IndexConfig, relation: string): string {
  const parts = [...columns, relation, String(unique), new Date().toISOString()]
  return createHash('md5').update(parts.join('_')).digest('hex')
}

function indexValue(index: IndexConfig): Value {
  return record('DuckDBIndexConfig', {
    columns: [...index.columns],
    unique: index.unique,
    render: hostFunction('render', ({ positional }) =>
      indexName(index, toText(positional[0] ?? null)),
    ),
  })
}

/** What was said once in a command is not said again. */
const warned = new WeakMap<Invocation, Set<string>>()

export function warnOnce(context: Context, message: string, span: Span): void {
  const { invocation, mode } = context
  const said = warned.get(invocation) ?? new Set()
  warned.set(invocation, said)
  if (mode.kind !== 'run' || said.has(message)) return
  said.add(message)
  logWarning(invocation, mode.session, diagnostic('warned-by-template', { message }, { span }))
}

type Call = (
  context: Context,
  args: readonly (Value | undefined)[],
  call: CallArguments,
) => Value | Promise<Value>

/** What dbt-duckdb adds to `adapter`. MotherDuck is not supported: nothing is one. */
export const duckdbMethods: Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly call: Call }>
> = {
  parse_index: {
    parameters: ['raw_index'],
    call: (_context, [raw], call) =>
      raw === undefined || raw === null ? null : indexValue(readIndex(raw, call.callSite)),
  },
  is_motherduck: { parameters: [], call: () => false },
  is_ducklake: {
    parameters: ['relation'],
    call: ({ invocation }, [relation]) =>
      relation instanceof RelationValue && invocation.ducklakes.has(relation.fields.database ?? ''),
  },
  use_ducklake_table_workarounds: { parameters: ['relation'], call: () => false },
  disable_transactions: {
    parameters: [],
    call: ({ invocation }) => invocation.target['disable_transactions'] === true,
  },
  convert_datetimes_to_strs: { parameters: ['table'], call: (_context, [table]) => table ?? null },
  get_binding_char: { parameters: [], call: () => '?' },
  get_seed_file_path: {
    parameters: ['model'],
    call: (_context, [model]) => {
      const part = (name: string): string =>
        typeof model === 'object' && model !== null && 'getItem' in model
          ? toText(model.getItem?.(name) ?? '')
          : ''
      return [part('root_path'), part('original_file_path')].filter(Boolean).join('/')
    },
  },
  escape_sql_string: {
    parameters: ['value'],
    call: (_context, [value]) => toText(value ?? null).replaceAll("'", "''"),
  },
  batch_id_for_model: { parameters: ['model'], call: () => '' },
  warn_once: {
    parameters: ['msg'],
    call: (context, [message], call) => {
      warnOnce(context, toText(message ?? null), call.callSite)
      return null
    },
  },
}
