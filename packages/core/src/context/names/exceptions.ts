import { diagnostic, DiagnosticError, type Span } from '@btn/diagnostics'
import {
  hostFunction,
  iterate,
  readArguments,
  toText,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import type { Context, NameBuilder } from '../context.ts'
import { tellWarning } from '../tell-warning.ts'
import { record } from '../values/record.ts'
import { describeMismatch } from './contract-mismatch.ts'

type Raise = (context: Context, args: readonly (Value | undefined)[], callSite: Span) => Value

interface Entry {
  readonly parameters: readonly string[]
  readonly run: Raise
}

function raised(kind: string, message: string, span: Span): never {
  throw new DiagnosticError(diagnostic('raised-by-template', { kind, message }, { span }))
}

/** An exception whose whole content is the message that the template gives. */
function withMessage(kind: string, parameters: readonly string[] = ['msg', 'node?']): Entry {
  return {
    parameters,
    run: (_context, [message], span) => raised(kind, toText(message ?? null), span),
  }
}

/** An exception whose message says what its arguments are. */
function about(
  kind: string,
  parameters: readonly string[],
  say: (texts: readonly string[]) => string,
): Entry {
  return {
    parameters,
    run: (_context, args, span) =>
      raised(kind, say(args.map((value) => toText(value ?? null))), span),
  }
}

/** Where the properties describe a column. */
function findColumn({ mode }: Context, name: string | undefined): Span | undefined {
  if (mode.kind !== 'run' || name === undefined || !('columns' in mode.node)) return undefined
  const column = mode.node.columns.get(name)
  return column && mode.linked.spanOf(column.place)
}

function warn(context: Context, message: string, span: Span): Value {
  tellWarning(context, diagnostic('warned-by-template', { message }, { span }))
  return ''
}

function idOf(model: Value | undefined): string {
  const hasParts = typeof model === 'object' && model !== null && 'getItem' in model
  return toText((hasParts ? model.getItem?.('unique_id') : undefined) ?? model ?? null)
}

const entries: Readonly<Record<string, Entry>> = {
  warn: {
    parameters: ['msg', 'node?'],
    run: (context, [message], span) => warn(context, toText(message ?? null), span),
  },
  raise_compiler_error: withMessage('Compilation Error'),
  raise_database_error: withMessage('Database Error'),
  raise_not_implemented: withMessage('Not Implemented'),
  raise_dependency_error: withMessage('Dependency Error'),
  raise_fail_fast_error: withMessage('Fail Fast Error'),
  raise_cache_inconsistent: about(
    'Internal Error',
    ['message'],
    ([message]) => `Cache inconsistency detected: ${message}`,
  ),
  raise_dataclass_not_dict: about(
    'Compilation Error',
    ['obj'],
    ([object]) => `${object} is no dict`,
  ),
  missing_config: {
    parameters: ['model', 'name'],
    run: (_context, [model, name], span) =>
      raised(
        'Compilation Error',
        `Model '${idOf(model)}' does not define a required config parameter '${toText(name ?? null)}'.`,
        span,
      ),
  },
  missing_materialization: about(
    'Compilation Error',
    ['model', 'adapter_type'],
    ([, type]) => `there is no such materialization for ${type}`,
  ),
  missing_relation: about(
    'Compilation Error',
    ['relation', 'model?'],
    ([name]) => `relation ${name} does not exist`,
  ),
  relation_wrong_type: about(
    'Compilation Error',
    ['relation', 'expected_type', 'model?'],
    ([name, expected]) =>
      `Trying to create ${expected} ${name}, but it currently exists as something else: drop it, or run with --full-refresh`,
  ),
  raise_ambiguous_alias: about(
    'Compilation Error',
    ['node_1', 'node_2', 'duped_name?'],
    ([, , name]) => `dbt found two resources with the database representation "${name}"`,
  ),
  raise_ambiguous_catalog_match: about(
    'Compilation Error',
    ['unique_id', 'match_1', 'match_2'],
    ([id]) => `two relations match ${id}`,
  ),
  raise_dep_not_found: about(
    'Compilation Error',
    ['node', 'node_description', 'required_pkg'],
    ([, description, name]) => `${description} needs the package "${name}", which is not installed`,
  ),
  raise_duplicate_patch_name: about(
    'Compilation Error',
    ['patch_1', 'existing_patch_path'],
    ([, path]) => `it is already described in ${path}`,
  ),
  raise_duplicate_resource_name: about(
    'Compilation Error',
    ['node_1', 'node_2'],
    () => 'two resources have the same name',
  ),
  raise_invalid_property_yml_version: about(
    'Compilation Error',
    ['path', 'issue'],
    ([path, issue]) => `${path}: ${issue}`,
  ),
  raise_contract_error: {
    parameters: ['yaml_columns', 'sql_columns'],
    run: (_context, [promised, found], span) =>
      raised('Compilation Error', describeMismatch(promised ?? [], found ?? []), span),
  },
  column_type_missing: {
    parameters: ['column_names'],
    run: (context, [names], span) => {
      const columns = [...iterate(names ?? [])].map((name) => toText(name))
      const place = findColumn(context, columns[0])
      throw new DiagnosticError(
        diagnostic('contract-type-missing', { columns }, { span: place ?? span }),
      )
    },
  },
  warn_snapshot_timestamp_data_types: {
    parameters: ['snapshot_time_data_type', 'updated_at_data_type'],
    run: (context, [now, other], span) => {
      const params = { now: toText(now ?? null), updatedAt: toText(other ?? null) }
      tellWarning(context, diagnostic('snapshot-time-types', params, { span }))
      return ''
    },
  },
}

/** `exceptions.raise_compiler_error('…')` and its relatives. */
export const exceptions: NameBuilder = (context) => {
  const members: Record<string, Value> = {}
  for (const [name, entry] of Object.entries(entries)) {
    members[name] = hostFunction(name, (call: CallArguments) =>
      entry.run(context, readArguments(call, name, entry.parameters), call.callSite),
    )
  }
  return record('Exceptions', members)
}
