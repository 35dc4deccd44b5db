import type {
  ArgumentInfo,
  CodePage,
  GroupPage,
  JsonObject,
  MacroPage,
  MonitorPage,
  MonitorValue,
  ReportPage,
} from '../../data/index.ts'
import { macrosOf } from '../../read/edges.ts'
import type { Entry } from '../../read/entries.ts'
import { numberAt, objectAt, objectsAt, settled, textAt } from '../../read/json.ts'
import type { Reading } from '../../read/reading.ts'
import { toStatus } from '../../read/results.ts'
import { groupOf, htmlAt, toBase, toNodeBase } from './base.ts'
import { columnInfos } from './columns.ts'

export function toCodePage(entry: Entry, kind: CodePage['kind'], reading: Reading): CodePage {
  return settled<CodePage>({
    kind,
    ...toNodeBase(entry, reading),
    columns: columnInfos(entry, reading),
    arguments: argumentsOf(entry.json, reading),
    returns: textAt(objectAt(entry.json, 'returns'), 'data_type'),
  })
}

export function toReportPage(entry: Entry, reading: Reading): ReportPage {
  return {
    kind: 'report',
    ...toNodeBase(entry, reading),
    format: textAt(entry.json, 'format') ?? '',
    output: textAt(entry.json, 'output_path') ?? '',
  }
}

export function toMonitorPage(entry: Entry, reading: Reading): MonitorPage {
  const on = reading.tests.subjects.get(entry.id) ?? textAt(entry.json, 'on')
  const values = objectsAt(objectAt(reading.artifacts.history, 'monitors'), entry.id)
  return settled<MonitorPage>({
    kind: 'monitor',
    ...toNodeBase(entry, reading),
    on: on === undefined ? undefined : reading.linkOf(on),
    definition: objectAt(entry.json, 'definition'),
    values: values.flatMap(toValue),
  })
}

function toValue(json: JsonObject): readonly MonitorValue[] {
  const [at, verdict] = [textAt(json, 'at'), toStatus(textAt(json, 'verdict'))]
  if (!at || !verdict) return []
  return [
    settled<MonitorValue>({
      at,
      value: numberAt(json, 'value'),
      baseline: numberAt(json, 'baseline'),
      expected: textAt(json, 'expected'),
      verdict,
      partition: textAt(json, 'partition'),
      message: textAt(json, 'message'),
    }),
  ]
}

/** Packages of macros that come with dbt and its adapters, and with btn. */
const builtIn =
  /^(dbt|btn)(_(duckdb|postgres|snowflake|bigquery|redshift|databricks|spark|trino))?$/

/** A macro that is none of the project's or its packages'. */
export function isBuiltIn(entry: Entry): boolean {
  return entry.kind === 'macro' && builtIn.test(entry.package)
}

export function toMacroPage(entry: Entry, reading: Reading): MacroPage {
  const { callers, linkOf } = reading
  return {
    kind: 'macro',
    ...toBase(entry, reading),
    arguments: argumentsOf(entry.json, reading),
    calls: macrosOf(entry).map(linkOf),
    calledBy: (callers.get(entry.id) ?? []).map(linkOf),
    isBuiltIn: isBuiltIn(entry),
  }
}

function argumentsOf(json: JsonObject, reading: Reading): readonly ArgumentInfo[] {
  return objectsAt(json, 'arguments').map((it) =>
    settled<ArgumentInfo>({
      name: textAt(it, 'name') ?? '',
      type: textAt(it, 'type') ?? textAt(it, 'data_type'),
      description: htmlAt(it, 'description', reading),
      defaultValue: textAt(it, 'default_value'),
    }),
  )
}

export function toGroupPage(entry: Entry, reading: Reading): GroupPage {
  const { entries, linkOf } = reading
  const members = [...entries.values()].filter((it) => groupOf(it, reading)?.id === entry.id)
  return {
    kind: 'group',
    ...toBase(entry, reading),
    members: members.map(({ id }) => linkOf(id)),
  }
}
