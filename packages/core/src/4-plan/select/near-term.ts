import { findNearest } from '@btn/diagnostics'
import type { Selectable } from './selectable.ts'

/** What may have been meant by a term that takes nothing, without the operators around it: `orders`, `source:raw.orders`. */
export function findNearTerm(term: string, nodes: Iterable<Selectable>): string | undefined {
  const text = term.replace(/^(@|\d*\+)/, '').replace(/\+\d*$/, '')
  const [, method, value = ''] = /^(?:(\w+):)?([\w.-]+)$/.exec(text) ?? []
  if (value === '') return undefined
  const all = [...nodes]
  if (method !== undefined) {
    const nearest = findNearest(value, namesFor(method, all))
    return nearest && `${method}:${nearest}`
  }
  const sources = namesFor('source', all)
  // A source has no name of its own for a selection: people write it as they say it.
  if (sources.includes(value)) return `source:${value}`
  const others = all.filter(({ kind }) => kind !== 'source').map(({ name }) => name)
  const nearest = findNearest(value, others)
  if (nearest !== undefined) return nearest
  const source = findNearest(value, sources)
  return source && `source:${source}`
}

/** What the values of a method are called; of a method about something else, nothing. */
function namesFor(method: string, nodes: readonly Selectable[]): readonly string[] {
  if (method === 'tag') return nodes.flatMap(({ tags }) => tags)
  const own = nodes.filter(({ kind }) => kind === method)
  if (method !== 'source') return own.map(({ name }) => name)
  return own.flatMap(({ sourceName = '', name }) => [sourceName, `${sourceName}.${name}`])
}
