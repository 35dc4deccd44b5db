import { diagnostic, type Span } from '@btn/diagnostics'
import { limitKeys, readShareLimit, speaksOfShare, type LimitKey } from '../data-tests/index.ts'
import type { DataTest } from '../types/index.ts'
import type { Nodes } from './graph.ts'
import type { Linking } from './linking.ts'
import { placeOf } from './mistakes.ts'

/** Limits in percent that cannot be read, or that are shares of nothing. */
export function checkTestLimits(linking: Linking, nodes: Nodes): void {
  for (const node of nodes.values()) {
    if (node.kind !== 'test') continue
    for (const key of limitKeys) {
      const value = node.config[key]
      if (typeof value === 'string' && speaksOfShare(value)) checkShare(linking, node, key, value)
    }
  }
}

function checkShare(linking: Linking, test: DataTest, key: LimitKey, value: string): void {
  const where = () => ({ span: spanOf(linking, test, key) })
  const params = { key, value, test: test.name }
  if (!readShareLimit(value)) {
    linking.diagnostics.push(diagnostic('test-share-unreadable', params, where()))
    return
  }
  const parents = test.dependsOn.nodes.length
  if (test.generic || parents === 1) return
  linking.diagnostics.push(diagnostic('test-share-of-nothing', { ...params, parents }, where()))
}

/** Where the test says it; where a folder's settings do, the test. */
function spanOf({ project }: Linking, test: DataTest, key: LimitKey): Span {
  const whole = project.sources.spanOf(placeOf(test))
  const { source, start, end } = whole
  const text = test.generic ? source.text.slice(start, end) : source.text
  const found = new RegExp(String.raw`\b${key}\b["']?\s*[:=][^\n,}]*`).exec(text)
  const from = (test.generic ? start : 0) + (found?.index ?? 0)
  return found ? { source, start: from, end: from + found[0].trimEnd().length } : whole
}
