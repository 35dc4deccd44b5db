import type { ProjectGraph } from './project.ts'
import { idOf } from '../../data/index.ts'

/** A term of the selection syntax that means this row. */
export function termOf(project: ProjectGraph, row: number): string {
  const id = idOf(project.names, row)
  const node = [...project.site().nodes.values()].find((it) => it.id === id)
  if (!node) return project.names.name[row] ?? ''
  if (node.kind === 'source') return `source:${node.packageName}.${node.sourceName}.${node.name}`
  if (named.has(node.kind)) return `${node.kind}:${node.packageName}.${node.name}`
  return node.fqn.join('.')
}

/** Kinds that are selected by a method of their own. */
const named: ReadonlySet<string> = new Set([
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'unit_test',
  'report',
  'monitor',
])
