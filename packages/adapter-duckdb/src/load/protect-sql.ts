import type { Protection } from '@btn/adapter'
import { isPersonal, type Layout } from './layout.ts'
import { literal, quote } from './names.ts'

/** Made on the connection of a load that has a key: see `private-connection.ts`. */
export const TOKEN_MACRO = '__btn_token'

/** SQL of what is stored of a text. */
export function protectSql(protection: Protection, value: string): string {
  switch (protection.kind) {
    case 'mask':
      return `regexp_replace(${value}, '(\\S)\\S*', '\\1***', 'g')`
    case 'hash':
      return `sha256(${value})`
    case 'redact':
      // NULL of the same type.
      return `case when false then ${value} end`
    case 'token':
      return `${TOKEN_MACRO}(${literal(protection.prefix)}, ${value})`
  }
}

/** SQL of what is kept of a text as read. Whether a column that nobody declared has personal data, nobody knows. */
export function keptSql(layout: Layout, name: string): string {
  const text = `${quote(layout.raw)}.${quote(name)}`
  const column = layout.columns.find((it) => it.name === name)
  if (column?.protect) return protectSql(column.protect, text)
  return column || !isPersonal(layout) ? text : `case when ${text} is not null then '***' end`
}

/** SQL: what is stored is not the value. */
export function isChangedSql(protection: Protection, value: string): string {
  if (protection.kind !== 'mask') return `${value} is not null`
  return `${protectSql(protection, value)} is distinct from ${value}`
}
