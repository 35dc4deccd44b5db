import { createDialect } from '@btn/adapter'
import { describe, expect, it } from 'vitest'
import { defineAudit } from './define-audit.ts'
import { auditTables, subjects } from './tables.ts'

const dialect = createDialect({ macroPrefixes: ['x'] })

function columnsOf(leftOut: readonly string[] = []): ReadonlySet<string> {
  const tables = Object.entries(auditTables).flatMap(([table, columns]) =>
    Object.keys(columns).flatMap((column) => [
      `${table}.${column}`,
      ...(Object.hasOwn(subjects, table) ? [`last_${table}.${column}`] : []),
    ]),
  )
  return new Set(tables.filter((it) => !leftOut.includes(it)))
}

describe('defineAudit', () => {
  it('makes everything in an empty database', () => {
    const made = defineAudit(dialect, 'shop', new Set())
    expect(made[0]).toBe('create schema if not exists "shop"."btn_audit"')
    const tables = made.filter((it) => it.startsWith('create table '))
    expect(tables).toHaveLength(Object.keys(auditTables).length)
  })

  it('makes nothing where all is there', () => {
    expect(defineAudit(dialect, 'shop', columnsOf())).toEqual([])
  })

  it('adds the columns that an older log lacks', () => {
    const made = defineAudit(dialect, 'shop', columnsOf(['tests.sample']))
    expect(made).toContain('alter table "shop"."btn_audit"."tests" add column "sample" json')
    expect(made.filter((it) => it.startsWith('create table '))).toEqual([])
  })
})
