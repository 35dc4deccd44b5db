import { toCaptured } from '../context/capture.ts'
import { DiagnosticError, type Diagnostic, type Outcome } from '@btn/diagnostics'
import { compileTemplate, fromJs, parse, renderSync, type Value } from '@btn/jinja'
import type { Capture, Context } from '../context/context.ts'
import { emptyCapture } from '../context/empty-capture.ts'
import { createContext } from '../context/scope.ts'
import { joinCalls } from '../config/merge.ts'
import { renderKwargs, TEST_KWARGS } from '../context/test-kwargs.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import type { Config, JsonObject, MacroId, NodeId, Place } from '../types/index.ts'
import type { TestContext } from './generic-tests.ts'
import type { Attachment } from './list-tests.ts'
import { noCapture, parseSubject, writtenCall } from './parse-code.ts'
import type { Captured } from './parsed.ts'
import type { TestPatch } from './properties/index.ts'

/** `not_null` and `unique` of dbt itself refer to nothing but what they test: rendering them would show nothing more. */
export function isPlain(macro: MacroDefinition): boolean {
  return (
    macro.packageName === 'dbt' && (macro.name === 'test_not_null' || macro.name === 'test_unique')
  )
}

export function plainCapture(
  macro: MacroDefinition,
  attachment: Attachment,
  patch: TestPatch,
  config: Config,
): Captured {
  const { target } = attachment
  const base = { configCall: config, macros: [macro.id], place: patch.place }
  if (target.table !== undefined) {
    const source = { source: target.name, table: target.table, place: patch.place }
    return { ...base, refs: [], sources: [source] }
  }
  const version = target.version === undefined ? {} : { version: target.version }
  return { ...base, refs: [{ name: target.name, ...version, place: patch.place }], sources: [] }
}

interface TestText {
  readonly name: string
  readonly kwargs: JsonObject
  readonly rawCode: string
  readonly config: Config
}

interface CapturedTest extends Captured {
  readonly unrenderedConfigCall?: JsonObject
  readonly argumentMacros?: readonly MacroId[]
}

export function captureTest(
  test: TestText,
  context: TestContext,
  patch: TestPatch,
): Outcome<CapturedTest> {
  const { invocation, file, onRead } = context
  const id = `test.${file.packageName}.${test.name}` as NodeId
  const subject = parseSubject(invocation, {
    id,
    name: test.name,
    packageName: file.packageName,
    kind: 'test',
    file,
  })
  const noted = emptyCapture()
  // As in dbt: what the entry says, and once more by the `config()` behind the call. It shows in lists, such as tags.
  noted.config = joinCalls(noted.config, test.config)
  const extras = new Map<string, Value>()
  const mode = { kind: 'parse', capture: noted, isTest: true } as const
  const nodeContext = createContext({ invocation, subject, mode, onRead, extras })
  const place = context.spanOf(patch.place)
  try {
    extras.set(TEST_KWARGS, captureKwargs(test.kwargs, { nodeContext, noted, patch, context }))
    const source = { path: place.source.path, text: test.rawCode }
    const { value: template, diagnostics } = parse(source)
    if (diagnostics.length > 0) return { value: noCapture, diagnostics }
    const argumentMacros = [...noted.macros]
    noted.macros.clear()
    const inArguments = { refs: noted.refs.length, sources: noted.sources.length }
    renderSync(compileTemplate(template), nodeContext.scope, nodeContext.rendering)
    movePlaces(noted, inArguments, patch.place)
    const captured = toCaptured(noted)
    return {
      value: {
        ...captured,
        unrenderedConfigCall: writtenCall(template, captured.configCall),
        ...(argumentMacros.length > 0 && { argumentMacros }),
      },
      diagnostics,
    }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    return { value: noCapture, diagnostics: error.diagnostics.map((item) => atTest(item, place)) }
  }
}

interface KwargsCapture {
  readonly nodeContext: Context
  readonly noted: Capture
  readonly patch: TestPatch
  readonly context: TestContext
}

/** Renders the arguments one by one, so that what one of them refers to is shown at that argument. */
function captureKwargs(kwargs: JsonObject, capturing: KwargsCapture): Value {
  const { nodeContext, noted, patch, context } = capturing
  const rendered: Record<string, Value> = {}
  for (const [key, value] of Object.entries(kwargs)) {
    const at = patch.argPlaces[key] ?? patch.place
    const before = { refs: noted.refs.length, sources: noted.sources.length }
    rendered[key] = renderKwargs.one(key, value, nodeContext, context.spanOf(at))
    movePlaces(noted, before, at)
  }
  return fromJs(rendered)
}

/** References found since `before` are shown at `place`: the text that they were found in is btn's own. */
function movePlaces(
  noted: Capture,
  before: { readonly refs: number; readonly sources: number },
  place: Place,
): void {
  for (const ref of noted.refs.splice(before.refs)) noted.refs.push({ ...ref, place })
  for (const source of noted.sources.splice(before.sources))
    noted.sources.push({ ...source, place })
}

/** A mistake in text that btn made of a tests entry is shown at the entry. */
function atTest(item: Diagnostic, place: Diagnostic['span']): Diagnostic {
  const isOurText = item.span === undefined || item.span.source.text.includes(TEST_KWARGS)
  return isOurText && place ? { ...item, span: place } : item
}
