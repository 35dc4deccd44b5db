import { diagnostic, span, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import type { Json, JsonObject } from '../types/index.ts'
import { describe, keyPlaceOf, placeOf, readYaml, type Path, type YamlMap } from '../yaml/index.ts'
import type { Placed, Sources } from './project.ts'

/** A settings file: its text, and the mapping that it holds. */
export interface SettingsFile {
  readonly source: Source
  readonly root: YamlMap
  readonly value: JsonObject
}

/** Reads a settings file; undefined (with diagnostics) when it is no mapping, and without any when it is empty. */
export function readSettingsFile(
  sources: Sources,
  file: string,
): Outcome<SettingsFile | undefined> {
  const read = sources.read(file)
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics }
  return readSettingsText(read.value)
}

export function readSettingsText(source: Source): Outcome<SettingsFile | undefined> {
  const { value: document, diagnostics } = readYaml(source)
  const { root, value } = document
  if (!root) return { value: undefined, diagnostics }
  if (root.kind === 'map') {
    return { value: { source, root, value: value as JsonObject }, diagnostics }
  }
  const found = describe(value)
  const wrong = diagnostic(
    'yaml-wrong-type',
    { key: source.path, expected: 'a mapping', found },
    { span: span(source, root.start, Math.min(root.end, root.start + 1)) },
  )
  const hasSyntaxError = diagnostics.some((item) => item.severity === 'error')
  return { value: undefined, diagnostics: hasSyntaxError ? diagnostics : [...diagnostics, wrong] }
}

/** `value` with the places of the file's tree at `base`. */
export function placed<T extends Json>(
  value: T,
  file: SettingsFile | undefined,
  base: Path,
): Placed<T> {
  const path = file?.source.path ?? ''
  return {
    value,
    placeOf: (inner) => placeOf(path, file?.root, [...base, ...inner]),
    keyPlaceOf: (inner) => keyPlaceOf(path, file?.root, [...base, ...inner]),
  }
}

/** Keeps what each step gives and gathers what it reports. */
export class Findings {
  readonly diagnostics: Diagnostic[] = []

  keep<T>(outcome: Outcome<T>): T {
    this.diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }

  add(...items: readonly Diagnostic[]): void {
    this.diagnostics.push(...items)
  }
}
