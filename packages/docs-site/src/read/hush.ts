import type { Json, JsonObject, RunInfo } from '../data/index.ts'
import type { Edges } from './edges.ts'

/** Messages that tell counts and nothing of values. */
const harmless = /^(Got|Compilation Error in|Skipped|SKIP)\b[^'"`]*$/

/**
 * A database's message often quotes the value that it could not work with. Of what is made from personal data, it is told what kind of mistake it
 * was, and no more.
 */
export function hush(message: string): string {
  if (harmless.test(message)) return message
  const kind = /([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)* Error)\b/.exec(message)?.[1] ?? 'an error'
  return `${kind}; its words are not shown, because they may hold personal data`
}

/** What stands downstream of personal data: everything whose messages may quote some. */
export function withDescendants(
  personal: ReadonlySet<string>,
  { children }: Pick<Edges, 'children'>,
): ReadonlySet<string> {
  const found = new Set(personal)
  const open = [...personal]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of children.get(id) ?? []) {
      if (found.has(child)) continue
      found.add(child)
      open.push(child)
    }
  }
  return found
}

export function hushRuns(
  runs: ReadonlyMap<string, readonly RunInfo[]>,
  personal: ReadonlySet<string>,
): ReadonlyMap<string, readonly RunInfo[]> {
  if (personal.size === 0) return runs
  return new Map(
    [...runs].map(([id, list]) => [
      id,
      personal.has(id) ? list.map((it) => ({ ...it, ...hushed(it.message) })) : list,
    ]),
  )
}

function hushed(message: string | undefined): { readonly message?: string } {
  return message === undefined ? {} : { message: hush(message) }
}

/** What monitors, alerts and loads say is in btn's words, of counts and limits; where they pass on a mistake, its kind is named. */
const passedOn = /\bError\b/

/** The same for what stands in lists of JSON, by id. */
export function hushLists(
  lists: Readonly<Record<string, readonly JsonObject[]>>,
  personal: ReadonlySet<string>,
): JsonObject {
  const told = Object.entries(lists).map(([id, list]): readonly [string, Json] => [
    id,
    personal.has(id) ? list.map(hushPassedOn) : list,
  ])
  return Object.fromEntries(told)
}

export function hushPassedOn(json: JsonObject): JsonObject {
  const { message } = json
  const isHushed = typeof message === 'string' && passedOn.test(message)
  return isHushed ? { ...json, message: hush(message) } : json
}
