import type { Node } from '../types/index.ts'
import { unitTestPath } from '../unit-tests/names.ts'

/**
 * Where compiled SQL is written, relative to the project: `target/compiled/shop/models/orders.sql`. What has no file of
 * its own (tests in YAML, hooks) lies below the file that it is written in.
 */
export function compiledPath(node: Node, targetPath: string): string {
  return pathIn('compiled', node, targetPath)
}

/** As `compiledPath`, for the SQL that is executed: `target/run/shop/models/orders.sql`. */
export function runPath(node: Node, targetPath: string): string {
  return pathIn('run', node, targetPath)
}

function pathIn(folder: string, node: Node, targetPath: string): string {
  // Several snapshots may share a file, so each has one of its own below it.
  if (node.kind === 'snapshot')
    return `${targetPath}/${folder}/${node.packageName}/${node.originalPath}/${node.name}.sql`
  const path = node.kind === 'unit_test' ? unitTestPath(node) : node.path
  const isOwnFile = baseName(path) === baseName(node.originalPath)
  const below = isOwnFile ? node.originalPath : `${node.originalPath}/${path}`
  return `${targetPath}/${folder}/${node.packageName}/${below}`
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
