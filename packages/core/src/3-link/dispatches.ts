import { diagnostic, findNearest } from '@btn/diagnostics'
import type { MacroId } from '../types/index.ts'
import type { Linking } from './linking.ts'

interface Dispatched {
  readonly id: MacroId | undefined
  /** Where it was looked for. */
  readonly attempts: readonly string[]
}

/** What a `dispatch:name:namespace` among a macro's calls means. Before anything runs, dbt looks for one without a namespace in all packages. */
export function findDispatched(call: string, { parsed }: Pick<Linking, 'parsed'>): Dispatched {
  const [, name = '', namespace = ''] = call.split(':')
  const { macros, invocation } = parsed
  const { dispatchOrder, rootPackage, dialect } = invocation
  const order = dispatchOrder.get(namespace)
  const usual = macros.hasPackage(namespace) ? new Set([rootPackage, namespace]) : [undefined]
  const attempts: string[] = []
  for (const owner of order ?? usual) {
    for (const prefix of [...dialect.macroPrefixes, 'default']) {
      const full = `${prefix}__${name}`
      attempts.push(owner === undefined ? full : `${owner}.${full}`)
      const found = owner === undefined ? macros.findAnywhere(full) : macros.findIn(owner, full)
      if (found) return { id: found.id, attempts }
    }
  }
  return { id: undefined, attempts }
}

/** As in dbt, what a macro dispatches to has to be there, whether somebody calls the macro or not. */
export function checkDispatches(linking: Linking): void {
  const known = new Map<string, Dispatched>()
  for (const [file, entries] of linking.parsed.macroEntries) {
    for (const entry of entries) {
      for (const call of entry.calls.filter((it) => it.startsWith('dispatch:'))) {
        const found = known.get(call) ?? findDispatched(call, linking)
        known.set(call, found)
        if (found.id !== undefined) continue
        const [, name = '', namespace] = call.split(':')
        const nearest = findNearest(
          `default__${name}`,
          linking.parsed.macros.names(file.packageName),
        )
        const { attempts } = found
        const params = { name, namespace: namespace || undefined, attempts, nearest }
        const place = { file: file.file, start: entry.spans[2], end: entry.spans[3] }
        const span = linking.project.sources.spanOf(place)
        linking.diagnostics.push(diagnostic('dispatch-not-found', params, { span }))
      }
    }
  }
}
