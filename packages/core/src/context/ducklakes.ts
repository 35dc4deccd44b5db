import type { JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

const known = new WeakMap<JsonObject, ReadonlySet<string>>()

/** The databases of a target that are DuckLakes: by their path, or because the target says so. */
export function ducklakesOf(target: JsonObject): ReadonlySet<string> {
  const found = known.get(target) ?? findDucklakes(target)
  known.set(target, found)
  return found
}

function findDucklakes(target: JsonObject): ReadonlySet<string> {
  const names = new Set<string>()
  if (isDucklake(target)) names.add(String(target['database'] ?? ''))
  const attached = Array.isArray(target['attach']) ? target['attach'] : []
  for (const item of attached) {
    if (isObject(item) && isDucklake(item)) names.add(nameOf(item))
  }
  return names
}

function isDucklake({ is_ducklake: isSaid, path }: JsonObject): boolean {
  return isSaid === true || (typeof path === 'string' && path.toLowerCase().includes('ducklake:'))
}

/** The name under which DuckDB knows an attached database. */
function nameOf({ alias, path }: JsonObject): string {
  if (typeof alias === 'string') return alias
  const base = String(path)
    .replace(/[?#].*$/, '')
    .replace(/^.*[/:]/s, '')
  return base.replace(/^\.+/, '').split('.')[0] ?? ''
}
