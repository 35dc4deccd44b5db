import { isObject } from '../types/json.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The databases of a target that are DuckLakes: by their path, or because it says so. It is the credentials that know: `target` in
 * templates has no `is_ducklake`.
 */
export function ducklakesOf(target: Fields): ReadonlySet<string> {
  const names = new Set<string>()
  if (isDucklake(target)) names.add(String(target['database'] ?? ''))
  const attached = Array.isArray(target['attach']) ? target['attach'] : []
  for (const item of attached) {
    if (isObject(item) && isDucklake(item)) names.add(nameOf(item))
  }
  return names
}

function isDucklake({ is_ducklake: isSaid, path }: Fields): boolean {
  return isSaid === true || (typeof path === 'string' && path.toLowerCase().includes('ducklake:'))
}

/** The name under which DuckDB knows an attached database. */
function nameOf({ alias, path }: Fields): string {
  if (typeof alias === 'string') return alias
  const base = String(path)
    .replace(/[?#].*$/, '')
    .replace(/^.*[/:]/s, '')
  return base.replace(/^\.+/, '').split('.')[0] ?? ''
}
