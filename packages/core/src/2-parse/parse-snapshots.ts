import { diagnostic, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { Context, Invocation } from '../context/context.ts'
import { scanFile } from '../macros/scan-file.ts'
import { readReference } from '../names/read-reference.ts'
import { foldedChecksum, noCapture, parseQuery } from './parse-code.ts'
import type { ParsedSnapshot } from './parsed.ts'
import type { NodePatch } from './properties/index.ts'

/** Every `{% snapshot %}` block of a file; whatever else stands there is nobody's. */
export function parseSnapshots(
  file: Pick<ProjectFile, 'path' | 'originalPath' | 'packageName'>,
  source: Source,
  invocation: Invocation,
  onRead: Context['onRead'],
): Outcome<readonly ParsedSnapshot[]> {
  const scanned = scanFile(source, ['snapshot'], file.path)
  const diagnostics: Diagnostic[] = [...scanned.diagnostics]
  const checksum = foldedChecksum(source.text)
  const value = scanned.value.map(({ name, nameSpan, bodySpan }): ParsedSnapshot => {
    const { start, end } = bodySpan
    const query = { name, kind: 'snapshot' as const, source, start, end }
    const parsed = parseQuery(file, query, invocation, onRead)
    diagnostics.push(...parsed.diagnostics)
    const namePlace = { file: source.path, start: nameSpan.start, end: nameSpan.end }
    return { checksum, ...parsed.value, namePlace }
  })
  return { value, diagnostics }
}

interface RelationContext {
  readonly file: ProjectFile
  readonly invocation: Invocation
  readonly onRead: Context['onRead']
}

/** The snapshots that a properties file defines by `relation: ref('orders')`. */
export function parseRelations(
  patches: readonly NodePatch[],
  source: Source,
  context: RelationContext,
): Outcome<readonly ParsedSnapshot[]> {
  const diagnostics: Diagnostic[] = []
  const value = patches.flatMap((patch): readonly ParsedSnapshot[] => {
    const parsed = parseRelation(patch, source, context)
    if (!parsed) return []
    diagnostics.push(...parsed.diagnostics)
    return [parsed.value]
  })
  return { value, diagnostics }
}

function parseRelation(
  { name, namePlace, relation }: NodePatch,
  source: Source,
  { file, invocation, onRead }: RelationContext,
): Outcome<ParsedSnapshot> | undefined {
  if (!relation) return undefined
  const { place } = relation
  const rawCode = `select * from {{ ${relation.text} }}`
  const text: Source = { path: source.path, text: rawCode }
  const query = { name, kind: 'snapshot' as const, source: text, start: 0, end: rawCode.length }
  const isReference = readReference(relation.text) !== undefined
  const parsed = isReference ? parseQuery(file, query, invocation, onRead) : notParsed(name)
  const { refs, sources } = parsed.value
  const wrong = diagnostic(
    'snapshot-relation',
    { name, relation: relation.text },
    { span: { source, start: place.start, end: place.end } },
  )
  const value: ParsedSnapshot = {
    ...parsed.value,
    refs: refs.map((ref) => ({ ...ref, place })),
    sources: sources.map((call) => ({ ...call, place })),
    start: place.start,
    end: place.end,
    checksum: foldedChecksum(source.text),
    namePlace,
    rawCode,
  }
  return { value, diagnostics: isReference ? parsed.diagnostics : [wrong] }
}

function notParsed(name: string): ReturnType<typeof parseQuery> {
  const value = { ...noCapture, name, start: 0, end: 0, unrenderedConfigCall: {} }
  return { value: { ...value, calls: [], asks: [] }, diagnostics: [] }
}
