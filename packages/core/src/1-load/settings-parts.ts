import type { Json, JsonObject } from '../types/index.ts'
import { findEntry, placeOf } from '../yaml/index.ts'
import type { DispatchRule, HookText, QueryComment, QuotingSettings } from './project.ts'
import { type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'

/** `quoting:`; `project` is what BigQuery calls the database. */
export function readQuoting({ quoting }: JsonObject): QuotingSettings {
  if (!isObject(quoting)) return {}
  const settings: Record<string, boolean> = {}
  for (const key of ['database', 'schema', 'identifier']) {
    const value = quoting[key] ?? (key === 'database' ? quoting['project'] : undefined)
    if (typeof value === 'boolean') settings[key] = value
  }
  return settings
}

/** `dispatch:` */
export function readDispatch({ dispatch }: JsonObject): readonly DispatchRule[] {
  if (!Array.isArray(dispatch)) return []
  return dispatch.filter(isObject).flatMap((rule) => {
    const { macro_namespace: macroNamespace, search_order: order } = rule
    if (typeof macroNamespace !== 'string' || !Array.isArray(order)) return []
    return [{ macroNamespace, searchOrder: order.map(String) }]
  })
}

/** `on-run-start:` and `on-run-end:`: a text, or a list of them. */
export function readHooks(
  settings: JsonObject,
  { source, root }: SettingsFile,
  key: 'on-run-start' | 'on-run-end',
): readonly HookText[] {
  const value = settings[key]
  if (typeof value === 'string') return [{ text: value, place: placeOf(source.path, root, [key]) }]
  if (!Array.isArray(value)) return []
  return value.flatMap((text: Json, index) =>
    typeof text === 'string' ? [{ text, place: placeOf(source.path, root, [key, index]) }] : [],
  )
}

/** `query-comment:`; where it is not given, dbt has one of its own. */
export function readQueryComment(
  settings: JsonObject,
  { source, root }: SettingsFile,
): QueryComment {
  const value = settings['query-comment']
  const none = { append: false, jobLabel: false, place: undefined }
  if (!findEntry(root, 'query-comment')) return { comment: undefined, ...none }
  const path = isObject(value) ? ['query-comment', 'comment'] : ['query-comment']
  const place = placeOf(source.path, root, path)
  if (!isObject(value)) return { ...none, comment: typeof value === 'string' ? value : '', place }
  const { comment } = value
  const otherwise = comment === undefined ? undefined : ''
  return {
    comment: typeof comment === 'string' ? comment : otherwise,
    append: value['append'] === true,
    jobLabel: value['job-label'] === true,
    place,
  }
}
