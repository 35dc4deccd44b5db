import type { Source } from '@btn/diagnostics'
import { macroId, toDefinition } from '../macros/macro-file.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import type { MacroInfo } from '../types/index.ts'
import { builtinFiles } from './macros.generated.ts'

/** The packages that are always there, strongest first. */
export const INTERNAL_PACKAGES: readonly string[] = ['dbt_duckdb', 'dbt']

/** Where built-in macros seem to lie, in messages and artifacts. */
const ROOT = 'btn:/'

interface Found {
  readonly definition: MacroDefinition
  readonly info: Omit<MacroInfo, 'dependsOn'>
  readonly calls: readonly string[]
  readonly asks: readonly string[]
}

let found: readonly Found[] | undefined

function all(): readonly Found[] {
  found ??= builtinFiles.flatMap(({ packageName, path, text, entries }) => {
    const source: Source = { path: `${ROOT}${packageName}/${path}`, text }
    return entries.map((entry): Found => ({
      definition: toDefinition(entry, source, packageName),
      calls: entry.calls,
      asks: entry.asks,
      info: {
        id: macroId(packageName, entry.name),
        name: entry.name,
        packageName,
        path,
        originalPath: path,
        file: source.path,
        code: text.slice(entry.spans[0], entry.spans[1]),
        description: '',
        meta: {},
        docsShow: true,
        arguments: [],
        ...(entry.supportedLanguages && { supportedLanguages: entry.supportedLanguages }),
        createdAt: 0,
      },
    }))
  })
  return found
}

/** Every built-in macro, ready to be called; none is parsed before. */
export function builtinMacros(): readonly MacroDefinition[] {
  return all().map((item) => item.definition)
}

/** The same as the manifest shows them, with what they call. */
export function builtinEntries(): readonly Found[] {
  return all()
}

export function findBuiltinSource(file: string): Source | undefined {
  return all().find((item) => item.info.file === file)?.definition.block.source
}
