import type { Json } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { objects, textOr } from '../parts.ts'
import { renderItems, type QueryItem } from '../query-items.ts'

/** The conditions of a filter of dbt's manifest as one condition in SQL; nothing where there is none. */
export function filterSql(filter: Json | undefined): string | undefined {
  const parts = objects(isObject(filter) ? filter['where_filters'] : null)
  return allOf(
    parts.map(({ where_sql_template: template }) =>
      renderItems(textOr(template, '') ?? '', false, writeItem).text.trim(),
    ),
  )
}

/** One condition that asks for all of them. */
export function allOf(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((it) => it !== undefined && it !== '')
  return said.length > 1 ? said.map((it) => `(${it})`).join(' AND ') : said[0]
}

/** As MetricFlow calls the columns of its queries: `order__ordered_on__month`. */
function writeItem({ kind, name, path, grain, datePart }: QueryItem): string {
  if (kind === 'Metric') return name
  const suffix = datePart ?? grain
  return [...path, name, ...(suffix ? [suffix.toLowerCase()] : [])].join('__')
}
