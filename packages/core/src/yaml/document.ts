import {
  diagnostic,
  positionAt,
  span,
  type Diagnostic,
  type Outcome,
  type Source,
} from '@btn/diagnostics'
import type { Json, Place } from '../types/index.ts'
import { readFast, type ReadTree } from './fast-reader.ts'
import { readWithLibrary } from './library-reader.ts'
import { toData, type YamlNode } from './node.ts'

/** A YAML text that was read. */
export interface YamlDocument {
  readonly source: Source
  /** Undefined for a text without content. */
  readonly root: YamlNode | undefined
  /** Plain data; null for a text without content. */
  readonly value: Json
}

/**
 * Reads YAML as PyYAML would, which is what dbt uses. Syntax errors are all reported; duplicate keys are warnings. `text` is the part
 * to read: the beginning of the source's text, or all of it.
 */
export function readYaml(source: Source, text: string = source.text): Outcome<YamlDocument> {
  const fast = readFast(text)
  if (fast) return toOutcome(source, fast, [])
  const slow = readWithLibrary(source, text)
  return toOutcome(source, slow, slow.diagnostics)
}

function toOutcome(
  source: Source,
  tree: ReadTree,
  found: readonly Diagnostic[],
): Outcome<YamlDocument> {
  const duplicates = tree.duplicates.map((it) =>
    diagnostic(
      'yaml-duplicate-key',
      { key: it.key, file: source.path, ...positionAt(source, it.start) },
      {
        span: span(source, it.start, it.end),
        related: [
          {
            span: span(source, it.firstStart, it.firstEnd),
            message: 'the value given here is not used',
          },
        ],
      },
    ),
  )
  const value = tree.root ? toData(tree.root) : null
  return { value: { source, root: tree.root, value }, diagnostics: [...found, ...duplicates] }
}

export type Path = readonly (string | number)[]

/** The node at a path; where there is none so deep, the nearest outer one. */
export function findNode(root: YamlNode | undefined, path: Path): YamlNode | undefined {
  let node = root
  for (const step of path) {
    const next = node && child(node, step)
    if (!next) break
    node = next
  }
  return node
}

function child(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'list') return node.items[Number(step)]
  if (node.kind === 'map') return node.entries.find((entry) => entry.key === String(step))?.value
  return undefined
}

export function placeOf(file: string, root: YamlNode | undefined, path: Path): Place {
  const node = findNode(root, path)
  return { file, start: node?.start ?? 0, end: node?.end ?? 0 }
}

/** The place of the key that the path ends with; of the value, where it ends with an index or there is no such key. */
export function keyPlaceOf(file: string, root: YamlNode | undefined, path: Path): Place {
  const parent = findNode(root, path.slice(0, -1))
  const last = path.at(-1)
  const entry =
    parent?.kind === 'map' ? parent.entries.find((it) => it.key === String(last)) : undefined
  if (entry) return { file, start: entry.keyStart, end: entry.keyEnd }
  return placeOf(file, root, path)
}
