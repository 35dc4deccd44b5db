import { createHash } from 'node:crypto'
import { hasErrors, span, type Outcome, type Source, type Span } from '@btn/diagnostics'
import { parse, visit, type Expression, type Node as TemplateNode } from '@btn/jinja'
import type { ProjectFile } from '../1-load/index.ts'
import { capture } from '../context/capture.ts'
import type { Context, Invocation } from '../context/context.ts'
import { placeOf } from '../context/relations.ts'
import { readCall } from '../names/read-reference.ts'
import { addReportNames } from '../reports/names.ts'
import type { NodeId, RefCall, SourceCall } from '../types/index.ts'
import { noCapture, parseSubject, resourceName } from './parse-code.ts'
import type { Captured, ParsedReport } from './parsed.ts'

/** Whether a file that no entry names is a report: it asks for something. */
export function isReportTemplate(text: string): boolean {
  return /\{[{%][^]*?\b(?:ref|source|btn_audit|table|query|value|chart|claim)\s*\(/.test(text)
}

/**
 * What the template of a report refers to: what is called while it is rendered without data, and what is written in it, because what
 * stands in a loop over rows is not called while there are none.
 */
export function parseReport(
  file: ProjectFile,
  source: Source,
  invocation: Invocation,
  onRead: Context['onRead'],
): Outcome<ParsedReport> {
  const checksum = createHash('sha256').update(source.text).digest('hex')
  const { value: template, diagnostics } = parse(source)
  if (hasErrors(diagnostics)) return { value: { ...noCapture, checksum }, diagnostics }
  const name = resourceName(file)
  const { packageName } = file
  const id = `report.${packageName}.${name}` as NodeId
  const subject = parseSubject(invocation, { id, name, packageName, kind: 'report', file })
  const captured = capture(template, invocation, subject, { onRead, addNames: addReportNames })
  // Numbers that are not there yet are no mistake of the template's: what is wrong with it will be said when they are.
  const told = captured.diagnostics.filter(({ params }) => !isOfPython(params))
  const value = { ...withWritten(captured.value, template), checksum }
  return { value, diagnostics: [...diagnostics, ...told] }
}

function isOfPython(params: object): boolean {
  return 'pythonType' in params
}

/** Adds the references that stand in the template and were not met. */
function withWritten(captured: Captured, template: TemplateNode): Captured {
  const refs: RefCall[] = [...captured.refs]
  const sources: SourceCall[] = [...captured.sources]
  for (const { call, place } of writtenCalls(template)) {
    if (call.kind === 'ref' && !refs.some((it) => isSameRef(it, call)))
      refs.push({ ...withoutKind(call), place: placeOf(place) })
    if (
      call.kind === 'source' &&
      !sources.some((it) => it.source === call.source && it.table === call.table)
    )
      sources.push({ source: call.source, table: call.table, place: placeOf(place) })
  }
  return { ...captured, refs, sources }
}

type Mention = NonNullable<ReturnType<typeof readCall>>
type RefMention = Extract<Mention, { readonly kind: 'ref' }>

function isSameRef(one: RefCall, other: RefMention): boolean {
  return one.name === other.name && one.package === other.package && one.version === other.version
}

function withoutKind({ kind: _, ...call }: RefMention): Omit<RefMention, 'kind'> {
  return call
}

interface Written {
  readonly call: Mention
  readonly place: Span
}

/** Calls with plain texts, in texts that are templates themselves, too: queries are. */
function writtenCalls(template: TemplateNode): readonly Written[] {
  const found: Written[] = []
  visit(template, (node) => {
    const call = node.kind === 'call' ? readCall(node, false) : undefined
    if (call) found.push({ call, place: node.span })
    if (node.kind === 'literal') found.push(...callsInText(node))
  })
  return found
}

function callsInText(literal: Extract<Expression, { readonly kind: 'literal' }>) {
  const { value, span: place } = literal
  if (typeof value !== 'string' || !value.includes('{{')) return []
  const inner = textInside(place)
  const { value: template, diagnostics } = inner
    ? parse(inner.source, { start: inner.start, end: inner.end })
    : parse({ path: place.source.path, text: value })
  if (hasErrors(diagnostics)) return []
  return writtenCalls(template).map((it) => (inner ? it : { ...it, place }))
}

/** Where the text of a literal stands, without its quotes; undefined where it is written with escapes. */
function textInside({ source, start, end }: Span): Span | undefined {
  const text = source.text.slice(start + 1, end - 1)
  return text.includes('\\') ? undefined : span(source, start + 1, end - 1)
}
