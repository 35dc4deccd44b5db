import { span, type Source, type Span } from '@btn/diagnostics'
import { isMap, isNode, isScalar, parseDocument, visit } from 'yaml'

/** An anchor (`&name`) and the top-level key that it stands under. */
export interface FoundAnchor {
  readonly name: string
  readonly topKey: string | undefined
  readonly span: Span
}

/** Every anchor of a text, with its place; none where the text is no YAML. */
export function findAnchors(source: Source): readonly FoundAnchor[] {
  if (!/&\S/.test(source.text)) return []
  const { contents } = parseDocument(source.text, { logLevel: 'silent' })
  if (!isMap(contents)) return []
  return contents.items.flatMap(({ key, value }) => {
    const topKey = isScalar(key) ? String(key.value) : undefined
    const found: FoundAnchor[] = []
    if (!isNode(value)) return found
    visit(value, (_, node) => {
      if (!isNode(node) || !('anchor' in node) || typeof node.anchor !== 'string') return
      const [start = 0, end = start] = node.range ?? []
      found.push({
        name: node.anchor,
        topKey,
        span: span(source, start, Math.min(end, endOfLine(source, start))),
      })
    })
    return found
  })
}

function endOfLine({ text }: Source, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}
