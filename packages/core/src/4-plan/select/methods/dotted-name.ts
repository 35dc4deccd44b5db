import { diagnostic } from '@btn/diagnostics'
import { fnmatch } from '../fnmatch.ts'
import { nodeMethod, type Method } from './method.ts'

/** Methods for resources that are named `name` or `package.name`. */
function dottedName(name: string): Method {
  return nodeMethod(name, ({ value, criterion, report }) => {
    const parts = value.split('.')
    if (parts.length > 2) {
      const expected = 'name or package.name'
      report(diagnostic('selector-value', { method: name, value, expected }, criterion))
      return undefined
    }
    const wanted = parts.at(-1) ?? ''
    const wantedPackage = parts.length === 2 ? (parts[0] ?? '') : '*'
    return (node) =>
      String(node.kind) === name &&
      fnmatch(node.packageName, wantedPackage) &&
      fnmatch(node.name, wanted)
  })
}

export const exposure = dottedName('exposure')
export const metric = dottedName('metric')
export const semanticModel = dottedName('semantic_model')
export const savedQuery = dottedName('saved_query')
export const unitTest = dottedName('unit_test')
export const monitor = dottedName('monitor')
export const report = dottedName('report')
