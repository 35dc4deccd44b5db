import { diagnostic } from '@btn/diagnostics'
import { enumerations, oneOf, type Enumeration } from '../../described/enumerations.ts'
import type { Json, JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import type { Item } from './item.ts'

const meanings: Readonly<Record<string, Enumeration>> = {
  granularity: enumerations.granularity,
  dimension: enumerations.dimension,
  entity: enumerations.entity,
}

/** What else a column says, with the words of the semantic layer as dbt writes them. */
export function readMeaning(item: Item, extra: JsonObject): JsonObject {
  if (!Object.keys(meanings).some((key) => key in extra)) return extra
  const read: Record<string, Json> = { ...extra }
  for (const [key, words] of Object.entries(meanings)) {
    const value = read[key]
    if (value === undefined || value === null) continue
    const word = (it: Json): Json => oneOf(it, words, reportAt(item, key, it, words))
    read[key] = isObject(value)
      ? { ...value, ...('type' in value && { type: word(value['type'] ?? null) }) }
      : word(value)
  }
  checkTime(item, read)
  return read
}

/** A time dimension counts by something, and so does a window of validity. */
function checkTime(item: Item, { granularity, dimension }: JsonObject): void {
  if (dimension === undefined || dimension === null || granularity) return
  const type = isObject(dimension) ? dimension['type'] : dimension
  const isValidity = isObject(dimension) && (dimension['validity_params'] ?? null) !== null
  if (type !== 'time' && !isValidity) return
  const params = { name: item.text('name') ?? '' }
  const where = { span: item.spanOf(item.placeOf('dimension')) }
  item.reading.diagnostics.push(diagnostic('column-without-granularity', params, where))
}

function reportAt(item: Item, key: string, value: Json, { words: allowed }: Enumeration) {
  return (): void => {
    const params = { key, value: `"${String(value)}"`, allowed }
    const where = { span: item.spanOf(item.placeOf(key)) }
    item.reading.diagnostics.push(diagnostic('yaml-value-unknown', params, where))
  }
}
