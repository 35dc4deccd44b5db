import type { Outcome, Source } from '@btn/diagnostics'
import { diagnostic, span } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { describe, readYaml } from '../yaml/index.ts'
import { isObject } from './read-file.ts'

/** Reads `--vars`: a mapping in YAML (or JSON, which is YAML). */
export function readVars(source: Source): Outcome<JsonObject> {
  const { value: document, diagnostics } = readYaml(source)
  if (document.value === null) return { value: {}, diagnostics }
  if (isObject(document.value)) return { value: document.value, diagnostics }
  const wrong = diagnostic(
    'yaml-wrong-type',
    { key: source.path, expected: 'a mapping of names to values', found: describe(document.value) },
    { span: span(source, 0, source.text.length) },
  )
  return { value: {}, diagnostics: [...diagnostics, wrong] }
}
