import type { JsonObject, LastRun, RunInfo } from '../data/index.ts'
import type { Artifacts } from '../read/artifacts.ts'
import type { Edges } from '../read/edges.ts'
import { hushLists, hushPassedOn, hushRuns, withDescendants } from '../read/hush.ts'
import { isObject, objectAt, objectsAt, textAt } from '../read/json.ts'
import { readResults, sameRun, toRun } from '../read/results.ts'

/** What earlier runs have left in artifacts. To be read before a command writes its own. */
export interface Remembered {
  readonly runs: ReadonlyMap<string, readonly RunInfo[]>
  readonly last: LastRun | undefined
  readonly freshness: JsonObject
}

/** What the audit log says, by id. */
export interface Audited {
  readonly runs: Readonly<Record<string, readonly JsonObject[]>>
  readonly loads: Readonly<Record<string, readonly JsonObject[]>>
  readonly monitors: Readonly<Record<string, readonly JsonObject[]>>
  readonly quarantine: JsonObject
  readonly alerts: readonly JsonObject[]
}

export interface HistoryParts {
  readonly remembered: Remembered
  readonly audited: Audited | undefined
  /** Rows and bytes by id. */
  readonly stats: JsonObject
  /** What was said to hold personal data. */
  readonly personal: ReadonlySet<string>
  /** What is made from each node. */
  readonly children: Edges['children']
  /** Ids of nodes that the project still has. */
  readonly isKnown: (id: string) => boolean
}

export function remember(
  artifacts: Pick<Artifacts, 'history' | 'runResults' | 'sources'>,
): Remembered {
  const { runs, last } = readResults(artifacts)
  const freshness = { ...objectAt(artifacts.history, 'freshness') }
  for (const json of objectsAt(artifacts.sources, 'results')) {
    const id = textAt(json, 'unique_id')
    if (id && isObject(json)) freshness[id] = withoutTimes(json)
  }
  return { runs, last, freshness }
}

function withoutTimes(json: JsonObject): JsonObject {
  const { timing: _t, thread_id: _i, adapter_response: _a, error: _e, ...rest } = json
  return rest
}

/** How many runs of each node are kept. */
const MOST_RUNS = 30

/** The body of `history.json`. */
export function toHistory(parts: HistoryParts): JsonObject {
  const { remembered, audited, isKnown } = parts
  const personal = withDescendants(parts.personal, parts)
  const runs = hushRuns(joinRuns(remembered, audited), personal)
  const nodes = [...runs]
    .filter(([id]) => isKnown(id))
    .map(([id, list]) => [id, { runs: list.slice(0, MOST_RUNS).map((it) => ({ ...it })) }] as const)
  const freshness = Object.entries(remembered.freshness).filter(([id]) => isKnown(id))
  return {
    ...(remembered.last && { last_run: { ...remembered.last } }),
    nodes: Object.fromEntries(nodes),
    freshness: Object.fromEntries(freshness),
    stats: parts.stats,
    ...(audited && {
      loads: hushLists(audited.loads, personal),
      monitors: hushLists(audited.monitors, personal),
      quarantine: audited.quarantine,
      // Which node an alert is about is told in words only.
      alerts: personal.size > 0 ? audited.alerts.map(hushPassedOn) : audited.alerts,
    }),
  }
}

/** The audit log knows more of each run, and runs of others; what came after it was switched off is remembered. */
function joinRuns({ runs }: Remembered, audited: Audited | undefined): Remembered['runs'] {
  const joined = new Map(runs)
  for (const [id, told] of Object.entries(audited?.runs ?? {})) {
    const list = told.flatMap(toRun)
    const newest = list[0]?.at ?? ''
    const later = (runs.get(id) ?? []).filter(
      (it) => (it.at ?? '') > newest && !(list[0] && sameRun(it, list[0])),
    )
    joined.set(id, [...later, ...list])
  }
  return joined
}
