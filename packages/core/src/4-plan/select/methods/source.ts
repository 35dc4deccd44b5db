import { diagnostic } from '@btn/diagnostics'
import { fnmatch } from '../fnmatch.ts'
import { nodeMethod } from './method.ts'

/** `source:app`, `source:app.events`, `source:shop.app.events` */
export const source = nodeMethod('source', ({ value, criterion, report }) => {
  const parts = value.split('.')
  if (parts.length > 3) {
    const expected = 'source, source.table or package.source.table'
    report(diagnostic('selector-value', { method: 'source', value, expected }, criterion))
    return undefined
  }
  const wantedPackage = parts.length === 3 ? (parts[0] ?? '') : '*'
  const wantedSource = (parts.length === 3 ? parts[1] : parts[0]) ?? ''
  const wantedTable = parts.length === 1 ? '*' : (parts.at(-1) ?? '')
  return (node) =>
    node.kind === 'source' &&
    fnmatch(node.packageName, wantedPackage) &&
    fnmatch(node.sourceName ?? '', wantedSource) &&
    fnmatch(node.name, wantedTable)
})
