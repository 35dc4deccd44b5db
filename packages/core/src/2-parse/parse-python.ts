import { emptyCapture } from '../context/empty-capture.ts'
import { toCaptured } from '../context/capture.ts'
import {
  DiagnosticError,
  hasErrors,
  type Diagnostic,
  type Outcome,
  type Source,
} from '@btn/diagnostics'
import { callValue, fromJs } from '@btn/jinja'
import type { ProjectFile } from '../1-load/index.ts'
import type { Context, Invocation } from '../context/context.ts'
import { createContext } from '../context/scope.ts'
import { readPythonModel, type PythonCall } from '../python/read-python-model.ts'
import type { Config, Json, NodeId } from '../types/index.ts'
import { foldedChecksum, parseSubject, resourceName, trimmedRange } from './parse-code.ts'
import type { ParsedCode } from './parsed.ts'

/** Reads a model that is a Python program: what it calls on `dbt` is what a template calls by the bare name. */
export function parsePython(
  file: Pick<ProjectFile, 'path' | 'originalPath' | 'packageName'>,
  source: Source,
  invocation: Invocation,
  onRead: Context['onRead'],
): Outcome<ParsedCode> {
  const name = resourceName(file)
  const id = `model.${file.packageName}.${name}` as NodeId
  const range = trimmedRange(source.text)
  const { value: calls, diagnostics } = readPythonModel(source)
  const noted = emptyCapture()
  const found: Diagnostic[] = [...diagnostics]
  if (!hasErrors(found)) {
    const { packageName } = file
    const subject = parseSubject(invocation, { id, name, packageName, kind: 'model', file })
    const mode = { kind: 'parse', capture: noted } as const
    found.push(...makeCalls(createContext({ invocation, subject, mode, onRead }), calls))
  }
  const settings = { ...noted.config, ...readSettings(calls) }
  const value: ParsedCode = {
    name,
    ...range,
    checksum: foldedChecksum(source.text.slice(range.start, range.end)),
    ...toCaptured(noted),
    configCall: settings,
    unrenderedConfigCall: settings,
    calls: [],
    asks: [],
  }
  return { value, diagnostics: found }
}

/** `ref`, `source` and `config` of the context, which a project may have replaced. */
function makeCalls(context: Context, calls: readonly PythonCall[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const { function: name, positional, named, span } of calls) {
    const callee = name.startsWith('config.') ? undefined : context.scope.lookup(name)
    if (callee === undefined) continue
    try {
      const values = Object.entries(named).map(([key, value]) => [key, fromJs(value)])
      void callValue(callee, {
        positional: positional.map(fromJs),
        named: Object.fromEntries(values),
        callSite: span,
        rendering: context.rendering,
      })
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      diagnostics.push(...error.diagnostics)
    }
  }
  return diagnostics
}

/** Which settings the model reads while it runs, and its defaults: what the macro `build_config_dict` looks up. */
function readSettings(calls: readonly PythonCall[]): Config {
  const keysOf = (name: string): readonly PythonCall[] =>
    calls.filter((call) => call.function === name)
  const used = keysOf('config.get')
  const usedMeta = keysOf('config.meta_get')
  if (used.length + usedMeta.length === 0) return {}
  const first = ({ positional }: PythonCall): Json => positional[0] ?? null
  const second = ({ positional }: PythonCall): Json => positional[1] ?? null
  return {
    config_keys_used: used.map(first),
    config_keys_defaults: used.map(second),
    meta_keys_used: usedMeta.map(first),
    meta_keys_defaults: usedMeta.map(second),
  }
}
