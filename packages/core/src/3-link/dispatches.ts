import { diagnostic, findNearest } from '@btn/diagnostics'
import type { MacroId } from '../types/index.ts'
import type { Linking } from './linking.ts'

interface Candidate {
  /** Undefined: in all packages. */
  readonly owner: string | undefined
  readonly name: string
}

/** What a `dispatch:name:namespace` among a macro's calls may mean, best first. Before anything runs, dbt looks for one without a namespace in all packages. */
function* candidatesOf(call: string, { parsed }: Pick<Linking, 'parsed'>): Iterable<Candidate> {
  const [, name = '', namespace = ''] = call.split(':')
  const { macros, invocation } = parsed
  const { dispatchOrder, rootPackage, dialect } = invocation
  const usual = macros.hasPackage(namespace) ? new Set([rootPackage, namespace]) : [undefined]
  for (const owner of dispatchOrder.get(namespace) ?? usual)
    for (const prefix of [...dialect.macroPrefixes, 'default'])
      yield { owner, name: `${prefix}__${name}` }
}

/** What it means. Many macros make the same call. */
export function findDispatched(
  call: string,
  linking: Pick<Linking, 'parsed' | 'dispatched'>,
): MacroId | undefined {
  const { dispatched, parsed } = linking
  const { macros } = parsed
  if (!dispatched.has(call)) {
    let found: MacroId | undefined
    for (const { owner, name } of candidatesOf(call, linking))
      found ??= (owner === undefined ? macros.findAnywhere(name) : macros.findIn(owner, name))?.id
    dispatched.set(call, found)
  }
  return dispatched.get(call)
}

/** As in dbt, what a macro dispatches to has to be there, whether somebody calls the macro or not. */
export function checkDispatches(linking: Linking): void {
  for (const [file, entries] of linking.parsed.macroEntries) {
    for (const entry of entries) {
      for (const call of entry.calls.filter((it) => it.startsWith('dispatch:'))) {
        if (findDispatched(call, linking) !== undefined) continue
        const [, name = '', namespace] = call.split(':')
        const nearest = findNearest(
          `default__${name}`,
          linking.parsed.macros.names(file.packageName),
        )
        const attempts = [...candidatesOf(call, linking)].map((it) =>
          it.owner === undefined ? it.name : `${it.owner}.${it.name}`,
        )
        const params = { name, namespace: namespace || undefined, attempts, nearest }
        const place = { file: file.file, start: entry.spans[2], end: entry.spans[3] }
        const span = linking.project.sources.spanOf(place)
        linking.diagnostics.push(diagnostic('dispatch-not-found', params, { span }))
      }
    }
  }
}
