import { diagnostic, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { Project, ProjectFile } from '../1-load/index.ts'
import { builtinEntries, builtinMacros, INTERNAL_PACKAGES } from '../builtin/index.ts'
import { macroId, toDefinition, type MacroEntry } from '../macros/macro-file.ts'
import type { MacroDefinition } from '../macros/macro.ts'
import { MacroRegistry } from '../macros/registry.ts'

type MacroFiles = ReadonlyMap<ProjectFile, readonly MacroEntry[]>

/** All macros there are: the built-in ones, and those of the files. */
export function createRegistry(project: Project, files: MacroFiles): Outcome<MacroRegistry> {
  const diagnostics: Diagnostic[] = []
  const definitions = new Map<string, MacroDefinition>()
  for (const macro of builtinMacros()) definitions.set(macro.id, macro)
  for (const [file, entries] of files) {
    const source = lazySource(project, file)
    for (const entry of entries) {
      const macro = toDefinition(entry, source, file.packageName)
      const other = definitions.get(macro.id)
      if (other) diagnostics.push(duplicateMacro(macro, other))
      definitions.set(macro.id, macro)
    }
  }
  const value = new MacroRegistry(definitions.values(), project.name, INTERNAL_PACKAGES)
  return { value, diagnostics }
}

/** Tells of a macro, by its id, what of the database its own text asks; undefined when nothing. */
export function createAsksOf(files: MacroFiles): (macro: string) => string | undefined {
  let asks: Map<string, string> | undefined
  return (macro) => (asks ??= collectAsks(files)).get(macro)
}

function collectAsks(files: MacroFiles): Map<string, string> {
  const asks = new Map<string, string>()
  const add = (packageName: string, { name, asks: [first] }: Pick<MacroEntry, 'name' | 'asks'>) => {
    if (first !== undefined) asks.set(macroId(packageName, name), first)
  }
  for (const entry of builtinEntries()) add(entry.packageName, entry)
  for (const [{ packageName }, entries] of files) {
    for (const entry of entries) add(packageName, entry)
  }
  return asks
}

/** The text of a macro's file is only read when one of its macros is called. */
function lazySource(
  project: Project,
  file: ProjectFile,
): { readonly path: string; readonly text: string } {
  return {
    path: file.file,
    get text() {
      return project.sources.read(file.file).value?.text ?? ''
    },
  }
}

function duplicateMacro(macro: MacroDefinition, other: MacroDefinition): Diagnostic {
  return diagnostic(
    'duplicate-macro',
    { name: macro.block.name, package: macro.packageName },
    {
      span: macro.block.nameSpan,
      related: [{ span: other.block.nameSpan, message: 'the first one is here' }],
    },
  )
}
