import { diagnostic, findNearest } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedMonitor } from '../2-parse/index.ts'
import { readAlert, readMonitor, subjectsOf, type MonitorReader } from '../monitors/index.ts'
import { heardOf } from '../names/heard-of.ts'
import type { AlertSpec, AuditCall, Monitor, Node, NodeId } from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { defaultPlace, metaOf, tagsOf } from './draft.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'

/** Monitors as nodes of the graph. */
export function linkMonitors(linking: Linking): void {
  for (const [file, monitors] of linking.parsed.monitors) {
    for (const parsed of monitors) linking.nodes.push(linkMonitor(linking, file, parsed))
  }
}

/** Who is told; undefined where the project says nothing of it. */
export function linkAlerts(linking: Linking): readonly AlertSpec[] | undefined {
  const alerts = [...linking.parsed.properties.values()].flatMap((it) => it.alerts)
  if (alerts.length === 0) return undefined
  return alerts.flatMap((patch) => readAlert(patch, readerOf(linking)) ?? [])
}

/** An alert that waits for what there is not would never tell anybody. */
export function reportUnheard(
  { parsed, project, diagnostics }: Linking,
  nodes: readonly Node[],
): void {
  const alerts = [...parsed.properties.values()].flatMap((it) => it.alerts)
  if (alerts.every(({ settings }) => settings['names'] === undefined)) return
  const heard = nodes.flatMap((node) => heardOf(node) ?? [])
  for (const { name: alert, settings, places, place } of alerts) {
    const subjects = subjectsOf(settings)
    for (const name of toStringList(settings['names'])) {
      const found = heard.filter((it) => it.name === name).map(({ subject }) => subject)
      if (found.some((subject) => subjects.includes(subject))) continue
      const names = heard.filter(({ subject }) => subjects.includes(subject)).map((it) => it.name)
      const params = { alert, name, is: found[0], nearest: findNearest(name, names) }
      const span = project.sources.spanOf(places['names'] ?? place)
      diagnostics.push(diagnostic('alert-name-unknown', params, { span }))
    }
  }
}

function readerOf({ project, diagnostics }: Linking): MonitorReader {
  return {
    report: (item) => void diagnostics.push(item),
    spanOf: (place) => project.sources.spanOf(place),
  }
}

function linkMonitor(linking: Linking, file: ProjectFile, parsed: ParsedMonitor): Monitor {
  const { patch } = parsed
  const { name, text, place, config: own } = patch
  const spec = readMonitor(patch, readerOf(linking))
  const id = `monitor.${file.packageName}.${name}` as NodeId
  const config = { enabled: true, ...own.rendered }
  const described = linking.descriptions.render(patch.description, file.packageName)
  linking.askedBy.set(id, parsed)
  return {
    kind: 'monitor',
    id,
    name,
    packageName: file.packageName,
    path: `${name}.sql`,
    originalPath: file.originalPath,
    file: file.file,
    fqn: [file.packageName, ...foldersOf(file.path), name],
    description: described.text,
    docBlocks: described.docBlocks,
    config,
    unrenderedConfig: own.unrendered,
    tags: tagsOf(config),
    meta: metaOf(config),
    createdAt: createdAt(file),
    rawCode: text?.text ?? '',
    checksum: JSON.stringify(patch.settings),
    refs: parsed.refs,
    sources: parsed.sources,
    ...auditsOf(parsed, spec.measure.kind),
    ...(parsed.functions && { functions: parsed.functions }),
    dependsOn: { nodes: [], macros: parsed.macros },
    columns: new Map(),
    configCall: {},
    ...defaultPlace(linking, name),
    spec,
    place,
    textPlace: text?.place ?? place,
  }
}

/** The success of all loads is known when all of them are over. */
function auditsOf(
  { audits = [], sources, patch }: ParsedMonitor,
  kind: Monitor['spec']['measure']['kind'],
): { readonly audits?: readonly AuditCall[] } {
  const isOfAll = kind === 'success-rate' && sources.length === 0
  const all = isOfAll ? [...audits, { table: 'loads', place: patch.place }] : audits
  return all.length > 0 ? { audits: all } : {}
}
