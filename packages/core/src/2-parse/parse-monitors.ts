import { hasErrors, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import { capture } from '../context/capture.ts'
import type { Context, Invocation } from '../context/context.ts'
import { extractCalls } from '../macros/extract-calls.ts'
import { findTables, type TableCall } from '../monitors/placeholders.ts'
import type { NodeId, Place } from '../types/index.ts'
import { parseYamlTemplate } from '../yaml/index.ts'
import { noCapture, parseSubject } from './parse-code.ts'
import type { Captured, ParsedMonitor } from './parsed.ts'
import type { MonitorPatch } from './properties/index.ts'

interface MonitorContext {
  readonly file: ProjectFile
  readonly invocation: Invocation
  readonly onRead: Context['onRead']
}

/** The monitors of a properties file, with what their queries refer to. */
export function parseMonitors(
  patches: readonly MonitorPatch[],
  source: Source,
  context: MonitorContext,
): Outcome<readonly ParsedMonitor[]> {
  const diagnostics: Diagnostic[] = []
  const value = patches.map((patch): ParsedMonitor => {
    const parsed = parseMonitor(patch, source, context)
    diagnostics.push(...parsed.diagnostics)
    return parsed.value
  })
  return { value, diagnostics }
}

function parseMonitor(
  patch: MonitorPatch,
  source: Source,
  { file, invocation, onRead }: MonitorContext,
): Outcome<ParsedMonitor> {
  const { name, text } = patch
  const none = { patch, ...noCapture, calls: [], asks: [] }
  if (!text) return { value: withTables(none, patch), diagnostics: [] }
  const { value: read, diagnostics } = parseYamlTemplate(source, text.place, text.text)
  if (hasErrors(diagnostics)) return { value: none, diagnostics }
  const { packageName } = file
  const subject = parseSubject(invocation, {
    id: `monitor.${packageName}.${name}` as NodeId,
    name,
    packageName,
    kind: 'monitor',
    file,
  })
  const captured = capture(read.template, invocation, subject, { onRead })
  const value = { patch, ...captured.value, ...extractCalls(read.template) }
  return { value: withTables(value, patch), diagnostics: read.relocate(captured.diagnostics) }
}

/** Tables that are named beside the templates: in `on`, `of`, and in single braces. */
function withTables<T extends Captured>(
  captured: T,
  { settings, places, text, place }: MonitorPatch,
): T {
  const tables = findTables(settings, text?.text)
  const at = (call: TableCall): Place => (call.path ? places[call.path] : text?.place) ?? place
  return {
    ...captured,
    refs: [
      ...captured.refs,
      ...tables.flatMap((it) => (it.kind === 'ref' ? [{ ...it.call, place: at(it) }] : [])),
    ],
    sources: [
      ...captured.sources,
      ...tables.flatMap((it) => (it.kind === 'source' ? [{ ...it.call, place: at(it) }] : [])),
    ],
  }
}
