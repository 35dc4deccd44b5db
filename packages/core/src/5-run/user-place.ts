import type { Diagnostic, Source, Span } from '@btn/diagnostics'
import { SENT } from './database-problem.ts'
import type { TemplateRuntime } from '../context/runtime.ts'
import type { Node, Place } from '../types/index.ts'

type Sources = Pick<TemplateRuntime, 'findSource'>

/** Macros that come with btn; a mistake is never theirs to show. */
const BUILT_IN = 'btn:/'

/**
 * True for text that a user wrote. Besides built-in macros there is the call that stands for a test in YAML: it has that
 * file's name, but not its text.
 */
export function isUsers(runtime: Sources, node: Node, source: Source): boolean {
  if (source.path.startsWith(BUILT_IN)) return false
  if ((node.kind !== 'test' && node.kind !== 'snapshot') || source.path !== node.file) return true
  const file = runtime.findSource(node.file)
  return file === undefined || file.text === source.text
}

/** Where the node is written: a test in YAML there, others at the first line of their file. */
export function placeOf(runtime: Sources, node: Node): Span | undefined {
  if (node.kind === 'snapshot' || node.kind === 'source') return spanIn(runtime, node.place)
  const place =
    node.kind === 'test' ? node.generic?.place : node.kind === 'unit_test' ? node.place : undefined
  const source = runtime.findSource(place?.file ?? node.file)
  return source && { source, start: place?.start ?? 0, end: place?.end ?? 0 }
}

/** A place, with the text that it is in. */
export function spanIn(runtime: Sources, { file, start, end }: Place): Span | undefined {
  const source = runtime.findSource(file)
  return source && { source, start, end }
}

/** The diagnostic at the innermost place that a user wrote, with the calls that led there, those inside built-in macros left out. */
export function toUserPlace(
  runtime: Sources,
  node: Node,
  item: Diagnostic,
  fallback: Span | undefined,
): Diagnostic {
  const isTheirs = (place: Span): boolean => isUsers(runtime, node, place.source)
  const all = (item.related ?? []).filter((it) => isTheirs(it.span))
  const isPlaced = item.span !== undefined && isTheirs(item.span)
  const call = isPlaced ? undefined : all.find((it) => it.message !== SENT)
  const related = all.filter((it) => it !== call)
  const span = isPlaced ? item.span : (call?.span ?? fallback)
  const { span: _, related: __, ...rest } = item
  return { ...rest, ...(span && { span }), ...(related.length > 0 && { related }) }
}
