import type { CredentialOptions, Credentials } from '@btn/adapter'
import { diagnostic, span, type Diagnostic, type Outcome, type Span } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { findNode, keyPlaceOf, withoutMarkers, type Path, type YamlNode } from '../yaml/index.ts'
import type { LoadOptions } from './options.ts'
import { type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'

/** One of a profile's `outputs`, rendered. */
export interface Output {
  readonly name: string
  readonly raw: JsonObject
  /** Where it was written; both undefined for the database that is taken when nothing is said. */
  readonly file: SettingsFile | undefined
  readonly node: YamlNode | undefined
}

export interface CredentialsFound {
  readonly credentials: Credentials
  /** What templates see instead. */
  readonly shown: Readonly<Record<string, unknown>>
}

/** Has the adapter of the output's type check and complete it; its mistakes are shown at their keys. */
export function checkCredentials(
  output: Output,
  { findAdapter, adapterTypes = [] }: LoadOptions,
  options: CredentialOptions,
): Outcome<CredentialsFound | undefined> {
  const raw = withoutMarkers(output.raw)
  if (!isObject(raw)) return { value: undefined, diagnostics: [] }
  const { type } = raw
  if (typeof type !== 'string' || type === '') {
    const where = { span: spanIn(output, []) }
    return refused(diagnostic('target-type-missing', { name: output.name }, where))
  }
  if (!findAdapter) return { value: asFound(uncheckedCredentials(raw, type)), diagnostics: [] }
  const adapter = findAdapter(type)
  if (!adapter) {
    const where = { span: spanIn(output, ['type']) }
    return refused(diagnostic('target-type-unknown', { type, known: adapterTypes }, where))
  }
  const { credentials, shown, diagnostics } = adapter.checkCredentials(raw, options)
  const value = asFound(credentials, shown)
  return { value, diagnostics: diagnostics.map((item) => placeItem(item, output)) }
}

function asFound(
  credentials: Credentials,
  shown: Readonly<Record<string, unknown>> = credentials,
): CredentialsFound {
  return { credentials, shown }
}

function refused(item: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [item] }
}

function placeItem(item: Diagnostic, output: Output): Diagnostic {
  const path = 'at' in item.params ? toPath(item.params.at) : []
  const isAboutKey = item.code === 'target-key-unknown' || item.code === 'target-key-unsupported'
  const where = item.span ?? (isAboutKey ? keySpanIn(output, path) : spanIn(output, path))
  return where ? { ...item, span: where } : item
}

function toPath(value: unknown): Path {
  if (!Array.isArray(value)) return []
  return value.filter((step) => typeof step === 'string' || typeof step === 'number')
}

/** For callers that have no adapters at hand. */
function uncheckedCredentials(raw: JsonObject, type: string): Credentials {
  const { schema, threads } = raw
  return {
    ...raw,
    type,
    schema: typeof schema === 'string' ? schema : 'main',
    threads: typeof threads === 'number' ? threads : 1,
  }
}

/** The first line of the value at a path in the output. */
function spanIn({ file, node }: Output, path: Path): Span | undefined {
  if (!file || !node) return undefined
  const { start, end } = findNode(node, path) ?? node
  const lineEnd = file.source.text.indexOf('\n', start)
  return span(file.source, start, lineEnd === -1 ? end : Math.min(lineEnd, end))
}

function keySpanIn({ file, node }: Output, path: Path): Span | undefined {
  if (!file || !node) return undefined
  const place = keyPlaceOf(file.source.path, node, path)
  return span(file.source, place.start, place.end)
}
