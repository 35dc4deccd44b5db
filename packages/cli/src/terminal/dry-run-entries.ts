import type { DryRun, FoundFile, LoadResult, Node, RunResult } from '@btn/core'
import { emptyLine, line, type Entry } from './entry.ts'
import type { Nodes } from './run-entries.ts'

/** After a dry run: each file and what is known of it, what would become of its rows, and the first that would be rejected. */
export function dryRunEntries({ results }: RunResult, nodes: Nodes): readonly Entry[] {
  const texts = results.flatMap(({ node: id, load }) => {
    const node = nodes.get(id)
    return node && load?.wouldBe ? ['', ...describe(node, load, load.wouldBe)] : []
  })
  const lines = [...texts, '', 'Nothing was changed.']
  return lines.map((text) => (text === '' ? emptyLine : line('LoadDryRun', 'Z092', text)))
}

function* describe(node: Node, load: LoadResult, wouldBe: DryRun): Iterable<string> {
  const strategy = node.kind === 'source' ? node.load?.strategy.kind : undefined
  yield `${node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name} (${strategy ?? ''})`
  for (const file of wouldBe.found) yield `  ${file.path}  ${sizeOf(file.bytes)}  ${stateOf(file)}`
  if (load.files.length === 0) return
  yield* ofDrift(load)
  yield `  ${rowsOf(load)}`
  if (wouldBe.isRefused) yield '  more than the limits allow: the table would keep its former rows'
  const reasons = sumReasons(load)
  for (const [reason, rows] of reasons) yield `    ${reason}: ${grouped(rows)}`
  for (const name of wouldBe.unjudged)
    yield `    ${name}: not judged, because the table that it points to is not there yet`
  if (load.sample.length === 0) return
  yield '  the first rows that would be rejected:'
  for (const { shownPath, line: at, reasons: why } of load.sample)
    yield `    ${shownPath}:${at}  ${why.join(' | ')}`
}

function rowsOf({ files, mended }: LoadResult): string {
  const sum = (
    key: 'rowsRead' | 'rowsLoaded' | 'rowsRejected' | 'duplicateRows' | 'duplicateKeys',
  ) => files.reduce((total, file) => total + file[key], 0)
  const duplicates = sum('duplicateRows') + sum('duplicateKeys')
  const rejected = `${grouped(sum('rowsRejected'))} would be rejected`
  const parts = [
    `${grouped(sum('rowsLoaded'))} would go in`,
    ...(duplicates > 0 ? [`${grouped(duplicates)} would be dropped as duplicates`] : []),
    mended?.rowsLoaded
      ? `${rejected}, ${grouped(mended.rowsLoaded)} of them go in as they were mended`
      : rejected,
  ]
  return `${grouped(sum('rowsRead'))} rows: ${parts.join(', ')}`
}

function stateOf({ state, isTaken }: FoundFile): string {
  const words = {
    new: 'new',
    changed: 'changed since it was loaded',
    loaded: 'loaded before',
    same: 'the content of another file',
  }
  if (state === 'loaded')
    return isTaken
      ? `${words.loaded}, would be read again`
      : `${words.loaded}, would be passed over`
  return state === 'same' ? `${words.same}, would be passed over` : words[state]
}

function* ofDrift({ files }: LoadResult): Iterable<string> {
  for (const { file, drift } of files) {
    const renamed = Object.entries(drift.renamed).map(([from, to]) => `${from} is ${to}`)
    const parts = [
      ...(drift.missing.length > 0 ? [`no ${drift.missing.join(', ')}`] : []),
      ...(drift.extra.length > 0 ? [`also ${drift.extra.join(', ')}`] : []),
      ...renamed,
    ]
    if (parts.length > 0) yield `  header of ${file.shownPath}: ${parts.join('; ')}`
  }
}

function sumReasons({ files }: LoadResult): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  for (const { reasons } of files)
    for (const [name, rows] of Object.entries(reasons)) sums.set(name, (sums.get(name) ?? 0) + rows)
  return [...sums].filter(([, rows]) => rows > 0)
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}

function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let size = bytes
  let at = 0
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000
    at++
  }
  return `${at === 0 ? size : size.toFixed(1)} ${units[at]}`
}
