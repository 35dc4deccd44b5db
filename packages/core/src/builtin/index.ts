import type { Source } from '@btn/diagnostics'
import { macroId, toDefinition, type MacroEntry } from '../macros/macro-file.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import type { MacroInfo } from '../types/index.ts'
import { builtinFiles } from './macros.generated.ts'

/** The packages that are always there, strongest first. */
export const INTERNAL_PACKAGES: readonly string[] = ['dbt_duckdb', 'dbt']

/** Where built-in macros seem to lie, in messages and artifacts. */
const ROOT = 'btn:/'

interface BuiltinSource {
  readonly packageName: string
  readonly path: string
  readonly source: Source
  readonly entries: readonly MacroEntry[]
}

const sources: readonly BuiltinSource[] = builtinFiles.map(
  ({ packageName, path, text, entries }) => ({
    packageName,
    path,
    source: { path: `${ROOT}${packageName}/${path}`, text },
    entries,
  }),
)

/** Every built-in macro, ready to be called; none is parsed before. */
export function builtinMacros(): readonly MacroDefinition[] {
  return sources.flatMap(({ packageName, source, entries }) =>
    entries.map((entry) => toDefinition(entry, source, packageName)),
  )
}

/** A built-in macro as the index knows it. */
export interface BuiltinEntry extends MacroEntry {
  readonly packageName: string
}

export function builtinEntries(): readonly BuiltinEntry[] {
  return sources.flatMap(({ packageName, entries }) =>
    entries.map((entry) => ({ ...entry, packageName })),
  )
}

/** Built-in macros as the manifest shows them, apart from what they call. */
export function builtinInfos(): readonly (Omit<MacroInfo, 'dependsOn'> &
  Pick<MacroEntry, 'calls'>)[] {
  return sources.flatMap(({ packageName, path, source, entries }) =>
    entries.map((entry) => ({
      id: macroId(packageName, entry.name),
      name: entry.name,
      packageName,
      path,
      originalPath: path,
      file: source.path,
      code: source.text.slice(entry.spans[0], entry.spans[1]),
      calls: entry.calls,
      description: '',
      meta: {},
      docs: { show: true, node_color: null },
      arguments: entry.arguments.map(({ name }) => ({ name, description: '' })),
      ...(entry.supportedLanguages && { supportedLanguages: entry.supportedLanguages }),
      createdAt: 0,
    })),
  )
}

export function findBuiltinSource(file: string): Source | undefined {
  return sources.find((item) => item.source.path === file)?.source
}
