import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedReport } from '../2-parse/index.ts'
import type { ReportPatch } from '../2-parse/properties/index.ts'
import { relativePath } from '../1-load/paths.ts'
import { configDefaults } from '../config/defaults.ts'
import { mergeConfig } from '../config/merge.ts'
import { findPlaceholders } from '../names/placeholders.ts'
import type { NodeId, Place, ReportFormat, ReportNode } from '../types/index.ts'
import { metaOf, tagsOf } from './draft.ts'
import { createdAt, foldersOf, type Linking } from './linking.ts'

/** Reports: one for each entry, and one for each template that no entry names. */
export function linkReports(linking: Linking): void {
  const { reports, properties } = linking.parsed
  const templates = [...reports]
  const named = new Set<ProjectFile>()
  const made: ReportNode[] = []
  for (const [file, { reports: patches }] of properties) {
    for (const patch of patches) {
      const found = findTemplate(patch, file.packageName, templates)
      if (!found) reportMissing(linking, patch)
      else {
        named.add(found[0])
        reportPlaceholders(linking, patch)
        made.push(toNode(linking, found, patch))
      }
    }
  }
  for (const it of templates) if (!named.has(it[0])) made.push(toNode(linking, it))
  reportShared(linking, made)
  linking.nodes.push(...made)
}

type Template = readonly [ProjectFile, ParsedReport]

/** The one that the entry names, or else the one that is called like it. */
function findTemplate(
  { name, template }: ReportPatch,
  packageName: string,
  templates: readonly Template[],
): Template | undefined {
  const wanted = template && normal(template.text)
  return templates.find(
    ([file]) =>
      file.packageName === packageName &&
      (wanted === undefined ? nameOf(file) === name : file.originalPath === wanted),
  )
}

function normal(path: string): string {
  return path.replace(/^\.\//, '')
}

function reportMissing(linking: Linking, { name, template, namePlace }: ReportPatch): void {
  const { project } = linking
  const paths = project.rootPackage.files.report.map((it) => it.originalPath)
  const wanted = template?.text ?? `${project.rootPackage.reportPaths[0] ?? ''}/${name}.md`
  const params = { name, template: wanted, nearest: findNearest(wanted, paths) }
  tell(linking, template?.place ?? namePlace, diagnostic('report-template-missing', params))
}

/** A path has at most a date to fill in. */
function reportPlaceholders(linking: Linking, { path }: ReportPatch): void {
  if (!path) return
  const [where, known] = ['the path of a report', ['date']]
  for (const name of findPlaceholders(path.text)) {
    if (known.includes(name)) continue
    tell(linking, path.place, diagnostic('placeholder-unknown', { name, where, known }))
  }
}

function toNode(linking: Linking, [file, parsed]: Template, patch?: ReportPatch): ReportNode {
  const name = patch?.name ?? nameOf(file)
  const { packageName } = file
  const written = patch?.config.rendered ?? {}
  const config = mergeConfig(configDefaults.report, written)
  const { text, docBlocks } = linking.descriptions.render(patch?.description, packageName)
  const { refs, sources, functions, audits, metrics, macros, checksum } = parsed
  return {
    kind: 'report',
    id: `report.${packageName}.${name}` as NodeId,
    name,
    packageName,
    path: file.path,
    originalPath: file.originalPath,
    file: file.file,
    fqn: [packageName, ...foldersOf(file.path), name],
    description: text,
    docBlocks,
    config,
    unrenderedConfig: patch?.config.unrendered ?? {},
    tags: tagsOf(config),
    meta: metaOf(config),
    createdAt: createdAt(file),
    format: formatOf(file),
    ...(patch?.path && { outputPlace: patch.path.place }),
    output: patch?.path?.text ?? ownPath(parsed) ?? defaultOutput(linking, name, file),
    checksum,
    refs,
    sources,
    ...(functions && { functions }),
    ...(audits && { audits }),
    ...(metrics && { metrics }),
    dependsOn: { nodes: [], macros },
    place: patch?.place ?? { file: file.file, start: 0, end: 0 },
  }
}

/** As the template itself says it: `config(path='target/summary.md')`. */
function ownPath({ configCall }: ParsedReport): string | undefined {
  const path = configCall['path']
  return typeof path === 'string' && path !== '' ? path : undefined
}

/** Where the project's artifacts are, below `reports`. */
function defaultOutput({ project }: Linking, name: string, file: ProjectFile): string {
  return `${relativePath(project.root, project.targetPath)}/reports/${name}.${formatOf(file)}`
}

function nameOf({ path }: ProjectFile): string {
  const base = path.slice(path.lastIndexOf('/') + 1)
  return base.slice(0, base.lastIndexOf('.'))
}

function formatOf({ path }: ProjectFile): ReportFormat {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return extension === 'html' || extension === 'json' ? extension : 'md'
}

/** Two reports of one file would be one, whichever comes last. */
function reportShared(linking: Linking, reports: readonly ReportNode[]): void {
  const byPath = new Map<string, ReportNode>()
  for (const report of reports) {
    if (report.config['enabled'] === false) continue
    const path = normal(report.output)
    const other = byPath.get(path)
    if (!other || other.id === report.id) byPath.set(path, report)
    else {
      const params = { name: report.name, path, other: other.name }
      tell(linking, report.place, diagnostic('report-path-shared', params))
    }
  }
}

function tell(linking: Linking, place: Place, item: Diagnostic): void {
  linking.diagnostics.push({ ...item, span: linking.project.sources.spanOf(place) })
}
