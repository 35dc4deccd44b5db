import { diagnostic, DiagnosticError, findNearest } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { findPlugin } from '../external-location.ts'
import { pluginProblem } from '../plugins.ts'
import { callersOf, cteOf, placeOf, relationOf, subjectRelation } from '../relations.ts'

/** `source('schema', 'table')` */
export const source: NameBuilder = (context) =>
  hostFunction('source', (args) => {
    const [first, second] = readArguments(args, 'source', ['source_name', 'table_name'])
    const sourceName = toText(first ?? null)
    const table = toText(second ?? null)
    const { mode } = context
    if (mode.kind === 'parse') {
      const place = placeOf(args.callSite)
      mode.capture.sources.push({ source: sourceName, table, place, ...callersOf(args) })
      return subjectRelation(context)
    }
    const found = mode.linked.findSource(mode.node, sourceName, table)
    if (found !== undefined && found !== 'disabled') {
      if (found.kind === 'model') return cteOf(context, mode, found)
      const plugin = found.kind === 'source' ? findPlugin(found) : undefined
      if (plugin === undefined) return relationOf(context, found)
      throw new DiagnosticError(pluginProblem(plugin, { span: args.callSite }))
    }
    const name = `${sourceName}.${table}`
    const nearest = findNearest(name, mode.linked.sourceNames())
    const code = found === 'disabled' ? 'source-disabled' : 'source-not-found'
    throw new DiagnosticError(diagnostic(code, { name, nearest }, { span: args.callSite }))
  })
