import type { Dialect } from '@btn/adapter'

/** A part of a relation's name: dbt puts quotes around it as it stands, so that a name written with quotes of its own shows both. */
export function quotePart(dialect: Dialect, name: string): string {
  const isQuoted = name.length > 1 && name.startsWith('"') && name.endsWith('"')
  return isQuoted ? `"${name}"` : dialect.quote(name)
}
