import { span, type Diagnostic, type Source, type Span } from '@btn/diagnostics'
import type { Json } from '../types/index.ts'
import { findNode, keyPlaceOf, type Path } from './document.ts'
import type { YamlNode } from './node.ts'
import { findMisfits, type SchemaName } from './schema-errors.ts'

export interface Checked {
  readonly source: Source
  readonly root: YamlNode
  /** The data to check: that of the tree, or what rendering made of it. */
  readonly value: Json
  /** What was found wrong before: a value that holds such a mistake is not reported again. */
  readonly earlier?: readonly Diagnostic[]
}

/** Holds what a YAML file says against a schema. */
export function validate(name: SchemaName, checked: Checked): readonly Diagnostic[] {
  // What the reader made of a text with syntax errors is a guess: nothing is to be learnt from it.
  if (checked.earlier?.some((item) => isSyntaxError(item, checked.source))) return []
  return findMisfits(name, {
    value: checked.value,
    keySpan: (path) => keySpan(checked, path),
    valueSpan: (path) => valueSpan(checked, path),
    isKnownWrong: (path) => isKnownWrong(path, checked),
  })
}

/** A value that could not be read or rendered fits no schema, either. */
function isKnownWrong(path: Path, { root, source, earlier = [] }: Checked): boolean {
  const node = findNode(root, path) ?? root
  return earlier.some((item) => {
    if (item.severity !== 'error' || item.span?.source !== source) return false
    return item.span.start <= node.end && node.start <= item.span.end && node !== root
  })
}

function isSyntaxError({ code, span: at }: Diagnostic, source: Source): boolean {
  return code === 'yaml-syntax' && at?.source === source
}

function keySpan({ source, root }: Checked, path: Path): Span {
  const place = keyPlaceOf(source.path, root, path)
  return span(source, place.start, place.end)
}

/** The first line of the value; its key where the value is empty and so has no place of its own. */
function valueSpan(checked: Checked, path: Path): Span {
  const { source, root } = checked
  const node = findNode(root, path)
  if (!node || node.start === node.end) return keySpan(checked, path)
  const lineEnd = source.text.indexOf('\n', node.start)
  return span(source, node.start, lineEnd === -1 ? node.end : Math.min(node.end, lineEnd))
}
