import {
  diagnostic,
  positionAt,
  span,
  type Diagnostic,
  type Source,
  type Span,
} from '@btn/diagnostics'
import type { YAMLError } from 'yaml'
import type { YamlNode } from './node.ts'

export function isSameLine(a: Diagnostic, b: Diagnostic): boolean {
  if (!a.span || !b.span) return false
  const lineOf = ({ source, start }: Span): number => positionAt(source, start).line
  return lineOf(a.span) === lineOf(b.span)
}

/** What the library says, as somebody who writes settings would say it. */
const problems: readonly (readonly [pattern: RegExp, problem: string])[] = [
  [/^Implicit map keys need|^Implicit keys need/, 'this line is no "key: value"'],
  [/^Missing closing/, 'the quote that closes this text is missing'],
  [/end with a ([\]}])/, 'the bracket that closes this is missing'],
  [/^Missing , /, 'a comma is missing here'],
  [/^Missing space after/, 'a blank is missing after the colon'],
  [/^Sequence item without/, 'an item of a list starts with "- "'],
  [/^Comments must be separated/, 'a blank is missing before the "#"'],
  [/^Nested mappings are not allowed/, 'a second ": " on one line: put the value in quotes'],
  [/multiple documents/, 'a second document starts here; a file holds one'],
  [/^Plain value cannot start/, 'a value cannot start with this character unless it is quoted'],
  [/^Tabs are not allowed/, 'a tab cannot indent: use blanks'],
  [/indented|^All mapping items/, 'the indentation does not fit the lines around it'],
]

/** One of the library's errors as a diagnostic; `root` is what it made of the text. */
export function syntaxDiagnostic(
  source: Source,
  error: YAMLError,
  root: YamlNode | undefined,
): Diagnostic {
  const { message } = error
  const known = problems.find(([pattern]) => pattern.test(message))
  const problem = known?.[1] ?? `${message.charAt(0).toLowerCase()}${message.slice(1)}`
  const isOpen = message.startsWith('Missing closing')
  const [start, end] = (isOpen && findOpening(source, root, error.pos[0])) || error.pos
  return diagnostic('yaml-syntax', { problem }, { span: span(source, start, Math.max(start, end)) })
}

/** The quote that opened the text which goes on until `end`: the place to look at, far from where the file ends. */
function findOpening(
  source: Source,
  node: YamlNode | undefined,
  end: number,
): readonly [number, number] | undefined {
  if (!node || node.start > end) return undefined
  if (node.kind === 'scalar') {
    const isQuoted = source.text[node.start] === '"' || source.text[node.start] === "'"
    return isQuoted && node.end >= end ? [node.start, node.start + 1] : undefined
  }
  const children = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value)
  // The text runs to the end: it is in the last child.
  return findOpening(source, children.at(-1), end)
}
