import { TracedText } from '@btn/diagnostics'
import { readReference } from '../names/read-reference.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject, toStringList } from '../types/json.ts'

/** A table that a monitor names in plain words, and the setting where it does; without `path`, in its query. */
export type TableCall =
  | {
      readonly kind: 'ref'
      readonly call: {
        readonly name: string
        readonly package?: string
        readonly version?: string | number
      }
      readonly path?: string
    }
  | {
      readonly kind: 'source'
      readonly call: { readonly source: string; readonly table: string }
      readonly path?: string
    }

/** What stands in single braces and is no table. */
const OWN = new Set(['date', 'as_of', 'table'])

/** `{raw.events}` and `{orders}`, but neither the braces of templates nor those of DuckDB's structs. */
const PLACEHOLDER = /(?<!\{)\{([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)\}(?!\})/g

/** Settings that name tables. */
const TABLE_SETTINGS = ['on', 'freshness.on', 'sla.on', 'success_rate.of']

/** All tables that a monitor names outside of templates. */
export function findTables(settings: JsonObject, text: string | undefined): readonly TableCall[] {
  const named = TABLE_SETTINGS.flatMap((path) =>
    toStringList(at(settings, path)).map((it) => ({ ...toCall(it), path })),
  )
  const inText = [...(text ?? '').matchAll(PLACEHOLDER)].flatMap(([, name = '']) =>
    OWN.has(name) ? [] : [toCall(name)],
  )
  return [...named, ...inText]
}

function at(settings: JsonObject, path: string): Json | undefined {
  const [first = '', second] = path.split('.')
  const value = settings[first]
  return second === undefined ? value : isObject(value) ? value[second] : undefined
}

/** `ref('orders')` and `source('raw', 'events')` as in templates; `orders`, and `raw.events` for the table of a source. */
function toCall(name: string): TableCall {
  const call = readReference(name)
  if (call?.kind === 'ref') {
    const { kind, ...rest } = call
    return { kind, call: rest }
  }
  if (call) return { kind: 'source', call: { source: call.source, table: call.table } }
  const dot = name.indexOf('.')
  if (dot < 0) return { kind: 'ref', call: { name } }
  return { kind: 'source', call: { source: name.slice(0, dot), table: name.slice(dot + 1) } }
}

/** The template that gives the name of a table that is named in plain words. */
export function tableTemplate(name: string): string {
  const { kind, call } = toCall(name)
  const texts =
    kind === 'source'
      ? [call.source, call.table]
      : [...(call.package === undefined ? [] : [call.package]), call.name]
  const version =
    kind === 'ref' && call.version !== undefined ? `, v=${JSON.stringify(call.version)}` : ''
  return `{{ ${kind}(${texts.map((it) => JSON.stringify(it)).join(', ')}${version}) }}`
}

/** The SQL of a monitor with everything in single braces filled in. */
export async function fillPlaceholders(
  sql: TracedText,
  find: (name: string) => Promise<string | undefined>,
): Promise<TracedText> {
  const parts: (TracedText | string)[] = []
  let end = 0
  for (const found of sql.text.matchAll(PLACEHOLDER)) {
    const value = await find(found[1] ?? '')
    if (value === undefined) continue
    parts.push(sql.slice(end, found.index), value)
    end = found.index + found[0].length
  }
  return end === 0 ? sql : TracedText.join([...parts, sql.slice(end)])
}

/** Whether a text is of a date. */
export function isDated(text: string): boolean {
  return [...text.matchAll(PLACEHOLDER)].some(([, name]) => name === 'date')
}
