import { createHash } from 'node:crypto'
import { hasErrors, type Outcome, type Source } from '@btn/diagnostics'
import { parse, type Template } from '@btn/jinja'
import type { ProjectFile } from '../1-load/index.ts'
import { readPlainConfig } from '../config/plain-config.ts'
import { readConfigCall } from '../config/written-config.ts'
import { capture } from '../context/capture.ts'
import type { Context, Invocation, Subject } from '../context/context.ts'
import { extractCalls } from '../macros/extract-calls.ts'
import type { JsonObject, NodeId } from '../types/index.ts'
import type { Captured, ParsedCode } from './parsed.ts'

const KINDS = {
  model: 'model',
  analysis: 'analysis',
  'singular-test': 'test',
  function: 'function',
} as const
export type CodeKind = keyof typeof KINDS

/** Behind the extension that tells the language: `orders.sql.jinja`. */
const JINJA_EXTENSION = /(?<=\.\w+)\.(?:j2|jinja2?)$/i

/** The name of the resource that a file defines: its file name without extension. */
export function resourceName(file: Pick<ProjectFile, 'path'>): string {
  const base = file.path.slice(file.path.lastIndexOf('/') + 1).replace(JINJA_EXTENSION, '')
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(0, dot) : base
}

/** dbt's checksum of code: white space does not count. */
export function foldedChecksum(text: string): string {
  const trimmed = text.trim()
  const hash = createHash('sha256')
  for (let at = 0; at < trimmed.length;) {
    const end = endOfPiece(trimmed, at + PIECE)
    hash.update(trimmed.slice(at, end).replace(/\s+/g, ' '))
    at = end
  }
  return hash.digest('hex')
}

/** Millions of replacements in one text take gigabytes. */
const PIECE = 65_536

/** A piece ends behind white space, so that none is cut in two, nor a pair of surrogates. */
function endOfPiece(text: string, from: number): number {
  const space = /\s(?!\s)/g
  space.lastIndex = from
  return space.test(text) ? space.lastIndex : text.length
}

/** Reads one query and renders it once without a graph, to learn what it refers to. */
export function parseCode(
  file: Pick<ProjectFile, 'path' | 'originalPath' | 'packageName'>,
  kind: CodeKind,
  source: Source,
  invocation: Invocation,
  onRead: Context['onRead'],
): Outcome<ParsedCode> {
  const { start, end } = trimmedRange(source.text)
  const query: Query = { name: resourceName(file), kind: KINDS[kind], source, start, end }
  const { value, diagnostics } = parseQuery(file, query, invocation, onRead)
  const checksum = foldedChecksum(source.text.slice(start, end))
  return { value: { checksum, ...value }, diagnostics }
}

/** A part of a file that is a query. */
interface Query {
  readonly name: string
  readonly kind: Subject['kind']
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** As `parseCode`, for a query that need not be the whole file. */
export function parseQuery(
  file: Pick<ProjectFile, 'path' | 'originalPath' | 'packageName'>,
  query: Query,
  invocation: Invocation,
  onRead: Context['onRead'],
): Outcome<Omit<ParsedCode, 'checksum'>> {
  const { name, kind, source, start, end } = query
  const { value: template, diagnostics } = parse(source, { start, end })
  const { packageName } = file
  const id = `${kind}.${packageName}.${name}` as NodeId
  const subject = parseSubject(invocation, { id, name, packageName, kind, file })
  const captured = hasErrors(diagnostics)
    ? { value: noCapture, diagnostics: [] }
    : capture(template, invocation, subject, { onRead })
  return {
    value: {
      name,
      start,
      end,
      ...captured.value,
      unrenderedConfigCall: writtenCall(template, captured.value.configCall),
      ...(kind === 'model' && plainParts(template, captured.value)),
      ...extractCalls(template),
    },
    diagnostics: [...diagnostics, ...captured.diagnostics],
  }
}

export const noCapture: Captured = { refs: [], sources: [], configCall: {}, macros: [] }

/** Where a text begins and ends without the white space around it. */
export function trimmedRange(text: string): { readonly start: number; readonly end: number } {
  const start = text.length - text.trimStart().length
  return { start, end: Math.max(start, text.trimEnd().length) }
}

interface SubjectFields {
  readonly id: NodeId
  readonly name: string
  readonly packageName: string
  readonly kind: Subject['kind']
  readonly file: Pick<ProjectFile, 'path' | 'originalPath'>
}

/** A node that is being parsed: its place in the database is not known yet, so the target's stands for it. */
export function parseSubject(invocation: Invocation, fields: SubjectFields): Subject {
  const { id, name, packageName, kind, file } = fields
  const database = String(invocation.target['database'] ?? '')
  const schema = String(invocation.target['schema'] ?? '')
  return {
    id,
    name,
    packageName,
    kind,
    database,
    schema,
    alias: name,
    toJson: () => ({
      database,
      schema,
      name,
      alias: name,
      resource_type: kind,
      package_name: packageName,
      path: file.path,
      original_file_path: file.originalPath,
      unique_id: id,
      fqn: [packageName, ...file.path.split('/').slice(0, -1), name],
      config: {},
      tags: [],
      meta: {},
      columns: {},
      description: '',
    }),
  }
}

/** What stands in the call; its values where they stand nowhere (`config(some_dict)`), and nothing if it was never made. */
export function writtenCall(template: Template, rendered: JsonObject): JsonObject {
  if (Object.keys(rendered).length === 0) return {}
  const written = readConfigCall(template)
  return Object.keys(written).length > 0 ? written : rendered
}

/** What dbt reads without rendering where a model has nothing but plain calls: each source once, then. */
function plainParts(
  template: Template,
  { sources }: Captured,
): Partial<Pick<ParsedCode, 'plainConfigCall' | 'sources'>> {
  const plainConfigCall = readPlainConfig(template)
  if (!plainConfigCall) return {}
  const byName = new Map(sources.map((it) => [`${it.source}.${it.table}`, it]))
  const hasSettings = Object.keys(plainConfigCall).length > 0
  return { sources: [...byName.values()], ...(hasSettings && { plainConfigCall }) }
}
