import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import { AUDIT_SCHEMA, auditRelations } from '../../audit/tables.ts'
import type { NameBuilder } from '../context.ts'
import { placeOf } from '../relations.ts'
import { RelationValue } from '../values/relation.ts'

/** `btn_audit('loads')`: a table of the audit log. Who reads it comes after the loads that write to it. */
export const btnAudit: NameBuilder = ({ mode, invocation }) =>
  hostFunction('btn_audit', (args) => {
    const [first] = readArguments(args, 'btn_audit', ['table'])
    const table = toText(first ?? null)
    if (!auditRelations.includes(table)) {
      const params = { table, nearest: findNearest(table, auditRelations), known: auditRelations }
      throw new DiagnosticError(diagnostic('audit-table-unknown', params, { span: args.callSite }))
    }
    if (mode.kind === 'parse') mode.capture.audits?.push({ table, place: placeOf(args.callSite) })
    return new RelationValue(invocation.dialect, {
      database: String(invocation.target['database'] ?? ''),
      schema: AUDIT_SCHEMA,
      identifier: table,
    })
  })
