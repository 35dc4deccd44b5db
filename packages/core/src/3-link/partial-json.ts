import { toNodeJson } from '../artifact/index.ts'
import { toAccess } from './access.ts'
import type { CodeDraft, CodeNode } from './link-code.ts'

const WHOLE = { file: '', start: 0, end: 0 }

/** As dbt shows a node to the macros that name it: not complete yet. */
export function partialJson(
  node: CodeDraft,
  kind: CodeNode['kind'],
  version: string | number | undefined,
) {
  const shown = { ...node, rawCode: '' }
  if (kind === 'snapshot') return toNodeJson({ ...shown, kind, place: WHOLE, isBlock: true })
  if (kind === 'function')
    return toNodeJson({ ...shown, kind, language: 'sql', arguments: [], overloads: [] })
  if (kind !== 'model') return toNodeJson({ ...shown, kind })
  const access = toAccess(node.config['access'])
  const versioned = version === undefined ? {} : { version }
  return toNodeJson({ ...shown, kind, access, constraints: [], primaryKey: [], ...versioned })
}
