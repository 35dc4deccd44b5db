import type { SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { fromJs, hostFunction, readArguments, toText, Tuple, type Value } from '@btn/jinja'
import type { NameBuilder, StoredValue } from '../context.ts'
import { AgateTable } from '../values/agate/table.ts'
import { record } from '../values/record.ts'

const emptyTable: SqlTable = { columns: [], rows: [] }

/** `store_result(name, response, agate_table)` */
export const storeResult: NameBuilder = (context) =>
  hostFunction('store_result', (args) => {
    const [name, response, table] = readArguments(args, 'store_result', [
      'name',
      'response',
      'agate_table?',
    ])
    if (context.mode.kind === 'run') {
      context.mode.stored.set(toText(name ?? null), toStored(response ?? null, table))
    }
    return ''
  })

/** `store_raw_result(name, message=…, code=…, rows_affected=…, agate_table=…)` */
export const storeRawResult: NameBuilder = (context) =>
  hostFunction('store_raw_result', (args) => {
    const [name, message, code, rows, table] = readArguments(args, 'store_raw_result', [
      'name',
      'message?',
      'code?',
      'rows_affected?',
      'agate_table?',
    ])
    const response = responseRecord(toText(message ?? ''), code ?? null, rows ?? null)
    if (context.mode.kind === 'run') {
      context.mode.stored.set(toText(name ?? null), toStored(response, table))
    }
    return ''
  })

/** `load_result(name)`: every result but `main` can be loaded once, as in dbt. */
export const loadResult: NameBuilder = (context) =>
  hostFunction('load_result', (args) => {
    const [first] = readArguments(args, 'load_result', ['name'])
    const name = toText(first ?? null)
    if (context.mode.kind === 'parse') return null
    const stored = context.mode.stored.get(name)
    if (!stored) return null
    if (name !== 'main' && stored.isLoaded) {
      throw new DiagnosticError(
        diagnostic('result-loaded-twice', { name }, { span: args.callSite }),
      )
    }
    if (name !== 'main') context.mode.stored.set(name, { ...stored, isLoaded: true })
    return stored.value
  })

/** dbt's adapter response: prints as its message. */
export function responseRecord(message: string, code: Value, rowsAffected: Value): Value {
  return {
    ...record('AdapterResponse', {
      _message: message,
      code,
      rows_affected: rowsAffected,
      query_id: null,
      to_dict: hostFunction('to_dict', () =>
        fromJs({ _message: message, code, rows_affected: rowsAffected }),
      ),
    }),
    toText: () => message,
  }
}

function toStored(response: Value, table: Value | undefined): StoredValue {
  const agate = table instanceof AgateTable ? table : new AgateTable(emptyTable)
  const affected = read(response, 'rows_affected')
  const code = read(response, 'code')
  return {
    value: record('AttrDict', {
      response,
      data: agate.toMatrix().map((row) => (Array.isArray(row) ? new Tuple(row) : row)),
      table: agate,
    }),
    result: {
      response: {
        message: toText(response),
        ...(typeof code === 'string' && { code }),
        ...(typeof affected === 'number' && { rowsAffected: affected }),
      },
      table: agate.table,
    },
    isLoaded: false,
  }
}

function read(value: Value, name: string): Value | undefined {
  return typeof value === 'object' && value !== null && 'getAttribute' in value
    ? value.getAttribute?.(name)
    : undefined
}
