import { configDefaults } from '../config/defaults.ts'
import { INLINE } from '../inline.ts'
import type { Analysis, NodeId } from '../types/index.ts'
import { lazily, linkCode } from './link-code.ts'
import { foldersOf, type Linking } from './linking.ts'
import { Patches, patchesOf } from './patches.ts'

/** Analyses: queries that are compiled and never run. */
export function linkAnalyses(linking: Linking): void {
  const patches = new Patches(
    linking,
    'analysis',
    patchesOf(linking, (file) => file.analyses),
  )
  const hasCorrectFqn = linking.project.flags.require_corrected_analysis_fqns
  for (const [file, code] of linking.parsed.analyses) {
    const path = `analysis/${file.path}`
    const base = linkCode(linking, {
      file,
      code,
      kind: 'analysis',
      id: `analysis.${file.packageName}.${code.name}` as NodeId,
      name: code.name,
      path,
      fqn: [file.packageName, ...foldersOf(hasCorrectFqn ? file.path : path), code.name],
      patch: patches.find(file.packageName, code.name),
    })
    const analysis = Object.assign(base, { kind: 'analysis' as const })
    linking.nodes.push(lazily<Analysis>(linking, file, code, analysis))
  }
  patches.reportUnused([...linking.parsed.analyses.values()].map((code) => code.name))
}

/** The query of `--inline` as an analysis that no file holds. */
export function linkInline(linking: Linking): NodeId | undefined {
  const { inline } = linking.parsed
  if (!inline) return undefined
  const { target } = linking.parsed.invocation
  const id = `sql_operation.${linking.project.name}.inline_query` as NodeId
  linking.askedBy.set(id, inline.code)
  linking.nodes.push({
    ...inline.code,
    kind: 'analysis',
    id,
    name: 'inline_query',
    packageName: linking.project.name,
    path: 'inline_query.sql',
    originalPath: INLINE,
    file: INLINE,
    fqn: [linking.project.name, 'inline_query'],
    description: '',
    docBlocks: [],
    config: configDefaults.analysis,
    unrenderedConfig: {},
    tags: [],
    meta: {},
    createdAt: 0,
    rawCode: inline.text,
    dependsOn: { nodes: [], macros: inline.code.macros },
    columns: new Map(),
    database: String(target['database'] ?? ''),
    schema: String(target['schema'] ?? ''),
    alias: 'inline_query',
  })
  return id
}
