import {
  verdictOf,
  type AlertState,
  type Coverage,
  type Health,
  type Link,
  type MonitorState,
  type Problem,
  type QuarantineCount,
  type Share,
  type SlowNode,
  type SourceFreshness,
  type TestCount,
} from '../data/index.ts'
import type { Entry } from '../read/entries.ts'
import { entriesAt, objectAt, objectsAt, settled, textAt } from '../read/json.ts'
import { columnKey } from '../read/lineage.ts'
import { pushTo } from '../read/push-to.ts'
import { runsOf, type Reading } from '../read/reading.ts'
import { toStatus } from '../read/results.ts'
import { noTests } from '../read/tests.ts'
import { quarantineOf } from './pages/load.ts'

const MOST = 50

export function toHealth(reading: Reading): Health {
  const entries = [...reading.entries.values()]
  const own = entries.filter((it) => it.package === reading.project)
  const isAlone = ({ id }: Entry): boolean => usersOf(id, reading).length === 0
  const isUntested = ({ id }: Entry): boolean => {
    const { whole, columns, units } = reading.tests.ofNode.get(id) ?? noTests
    return whole.length + columns.size + units.length === 0
  }
  const links = (list: readonly Entry[]): readonly Link[] =>
    list.map(({ id }) => reading.linkOf(id))
  const ofKinds = (...kinds: readonly string[]): readonly Entry[] =>
    own.filter(({ kind }) => kinds.includes(kind))
  return {
    problems: problemsOf(entries, reading),
    slowest: slowestOf(entries, reading),
    tests: testCounts(entries, reading),
    coverage: coverageOf(own, reading),
    freshness: freshnessOf(reading),
    unused: links(ofKinds('model', 'seed', 'snapshot', 'source').filter(isAlone)),
    untested: links(ofKinds('model', 'seed', 'snapshot').filter(isUntested)),
    undescribed: links(ofKinds('model').filter(({ json }) => !textAt(json, 'description'))),
    monitors: monitorsOf(entries, reading),
    alerts: alertsOf(reading),
    quarantine: quarantinesOf(entries, reading),
  }
}

function usersOf(id: string, { edges, entries }: Reading): readonly string[] {
  return (edges.children.get(id) ?? []).filter((it) => {
    const kind = entries.get(it)?.kind
    return kind !== 'test' && kind !== 'unit_test'
  })
}

const worst = { bad: 0, warn: 1, good: 2, none: 3 } as const

function problemsOf(entries: readonly Entry[], reading: Reading): readonly Problem[] {
  const problems = entries.flatMap((entry): readonly Problem[] => {
    const [last] = runsOf(reading, entry.id)
    const verdict = verdictOf(last?.status)
    if (!last || (verdict !== 'bad' && verdict !== 'warn')) return []
    const of = reading.tests.subjects.get(entry.id)
    const test = reading.tests.all.get(entry.id)
    return [
      settled<Problem>({
        node: reading.linkOf(entry.id),
        status: last.status,
        at: last.at,
        message: last.message,
        // Of others the number says nothing of rows: a monitor that fails has 1.
        failures: test === undefined ? undefined : last.failures,
        of: of === undefined ? undefined : reading.linkOf(of),
        test,
      }),
    ]
  })
  return problems.sort((a, b) => worst[verdictOf(a.status)] - worst[verdictOf(b.status)])
}

function slowestOf(entries: readonly Entry[], reading: Reading): readonly SlowNode[] {
  const timed = entries.flatMap(({ id }): readonly SlowNode[] => {
    const trend = runsOf(reading, id).flatMap(({ seconds }) =>
      seconds === undefined ? [] : [seconds],
    )
    const [seconds] = trend
    return seconds === undefined
      ? []
      : [{ node: reading.linkOf(id), seconds, trend: trend.toReversed() }]
  })
  return timed.sort((a, b) => b.seconds - a.seconds).slice(0, MOST)
}

function testCounts(entries: readonly Entry[], { tests }: Reading): readonly TestCount[] {
  const all = entries.flatMap(({ id }) => tests.all.get(id) ?? [])
  return (['error', 'warn'] as const).map((severity) => {
    const own = all.filter((it) => it.severity === severity)
    const counts: { -readonly [K in keyof TestCount['counts']]: TestCount['counts'][K] } = {}
    for (const { last } of own) {
      if (last) counts[last.status] = (counts[last.status] ?? 0) + 1
    }
    return { severity, counts, unknown: own.filter((it) => !it.last).length }
  })
}

/** Of models, seeds, snapshots and sources of the project, by the first two folders of their file. */
function coverageOf(own: readonly Entry[], reading: Reading): readonly Coverage[] {
  const folders = new Map<string, Entry[]>()
  for (const entry of own.filter(({ id }) => reading.columns.has(id))) {
    pushTo(folders, folderOf(textAt(entry.json, 'original_file_path') ?? ''), entry)
  }
  return [...folders]
    .map(([folder, list]) => coverage(folder, list, reading))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

function folderOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 2).join('/')
}

function coverage(folder: string, list: readonly Entry[], reading: Reading): Coverage {
  const { columns, inherited, tests } = reading
  const all = list.flatMap(({ id }) => (columns.get(id) ?? []).map((column) => ({ id, column })))
  const isInherited = ({ id, column }: (typeof all)[number]): boolean =>
    column.text === undefined && inherited.has(columnKey(id, column.name))
  const testsOf = (id: string) => tests.ofNode.get(id) ?? noTests
  return {
    package: reading.project,
    folder,
    nodes: share(list, ({ json }) => textAt(json, 'description') !== undefined),
    columns: share(all, (it) => it.column.text !== undefined || isInherited(it)),
    inherited: all.filter(isInherited).length,
    testedNodes: share(list, ({ id }) => {
      const { whole, columns: own, units } = testsOf(id)
      return whole.length + own.size + units.length > 0
    }),
    testedColumns: share(all, ({ id, column }) =>
      testsOf(id).columns.has(column.name.toLowerCase()),
    ),
  }
}

function share<T>(all: readonly T[], has: (it: T) => boolean): Share {
  return { have: all.filter(has).length, all: all.length }
}

const staleness = { error: 0, warn: 1, pass: 2 } as const

function freshnessOf({ freshness, linkOf }: Reading): readonly SourceFreshness[] {
  return [...freshness]
    .map(([id, it]) => ({ source: linkOf(id), freshness: it }))
    .sort((a, b) => staleness[a.freshness.status] - staleness[b.freshness.status])
}

function monitorsOf(entries: readonly Entry[], reading: Reading): readonly MonitorState[] {
  const kept = objectAt(reading.artifacts.history, 'monitors')
  return entries.flatMap(({ id, kind }): readonly MonitorState[] => {
    const [last] = objectsAt(kept, id)
    const verdict = toStatus(textAt(last, 'verdict'))
    if (kind !== 'monitor' || !verdict) return []
    const [at, message] = [textAt(last, 'at'), textAt(last, 'message')]
    return [settled<MonitorState>({ monitor: reading.linkOf(id), verdict, at, message })]
  })
}

function alertsOf({ artifacts }: Reading): readonly AlertState[] {
  return objectsAt(artifacts.history, 'alerts')
    .slice(0, MOST)
    .map((it) =>
      settled<AlertState>({
        alert: textAt(it, 'alert') ?? '',
        source: textAt(it, 'source') ?? '',
        at: textAt(it, 'at') ?? '',
        state: textAt(it, 'state') ?? '',
        message: textAt(it, 'message'),
        delivered: typeof it['delivered'] === 'boolean' ? it['delivered'] : undefined,
      }),
    )
}

function quarantinesOf(
  entries: readonly Entry[],
  { artifacts, linkOf }: Reading,
): readonly QuarantineCount[] {
  return entriesAt(artifacts.history, 'quarantine').flatMap(([id]) => {
    const rows = quarantineOf(id, artifacts.history)?.rows ?? 0
    return rows > 0 && entries.some((it) => it.id === id) ? [{ source: linkOf(id), rows }] : []
  })
}
