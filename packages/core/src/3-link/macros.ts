import { diagnostic, findNearest } from '@btn/diagnostics'
import { builtinInfos } from '../builtin/index.ts'
import type { ProjectFile } from '../1-load/index.ts'
import type { MacroPatch } from '../2-parse/properties/index.ts'
import { LazyMap } from '../lazy-map.ts'
import { macroId, type MacroEntry } from '../macros/macro-file.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import type { MacroId, MacroInfo } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { findDispatched } from './dispatches.ts'
import { createdAt, readWritten, type Linking } from './linking.ts'
import { linkArguments } from './macro-arguments.ts'

/** Every macro as the manifest shows it. Most commands look at none of them, so they are made on demand, unless YAML says something of one. */
export function linkMacros(linking: Linking): ReadonlyMap<MacroId, MacroInfo> {
  const patches = macroPatches(linking)
  if (patches.size > 0) return makeMacros(linking, patches)
  return new LazyMap(() => makeMacros(linking, patches))
}

function makeMacros(
  linking: Linking,
  patches: Map<string, PatchInFile>,
): ReadonlyMap<MacroId, MacroInfo> {
  const infos = new Map<MacroId, MacroInfo>()
  for (const { calls, ...info } of builtinInfos()) {
    const dependsOn = resolveCalls(
      linking.parsed.macros,
      { name: info.name, calls },
      info.packageName,
      linking,
    )
    infos.set(info.id, { ...info, dependsOn })
  }
  for (const [file, entries] of linking.parsed.macroEntries) {
    for (const entry of entries) {
      const key = `${file.packageName}.${entry.blockName}`
      const patch = patches.get(key)
      patches.delete(key)
      const info = toInfo(linking, file, entry, patch)
      infos.set(info.id, info)
    }
  }
  for (const { patch } of patches.values()) {
    const { name, namePlace } = patch
    const nearest = findNearest(name, linking.parsed.macros.names(linking.project.name))
    const span = linking.project.sources.spanOf(namePlace)
    linking.diagnostics.push(diagnostic('properties-without-macro', { name, nearest }, { span }))
  }
  return infos
}

interface PatchInFile {
  readonly file: ProjectFile
  readonly patch: MacroPatch
}

function macroPatches(linking: Linking): Map<string, PatchInFile> {
  const patches = new Map<string, PatchInFile>()
  for (const [file, properties] of linking.parsed.properties) {
    for (const patch of properties.macros)
      patches.set(`${file.packageName}.${patch.name}`, { file, patch })
  }
  return patches
}

function toInfo(
  linking: Linking,
  file: ProjectFile,
  entry: MacroEntry,
  found: PatchInFile | undefined,
): MacroInfo {
  const { packageName } = file
  const config = found?.patch.config.rendered ?? {}
  const docs = config['docs']
  const [start, end] = entry.spans
  const info: Omit<MacroInfo, 'code'> = {
    id: macroId(packageName, entry.name),
    name: entry.name,
    packageName,
    path: file.originalPath,
    originalPath: file.originalPath,
    file: file.file,
    dependsOn: resolveCalls(linking.parsed.macros, entry, packageName, linking),
    description: linking.descriptions.render(found?.patch.description, packageName).text,
    meta: isObject(config['meta']) ? config['meta'] : {},
    docs: {
      show: !(isObject(docs) && docs['show'] === false),
      node_color: isObject(docs) ? (docs['node_color'] ?? null) : null,
    },
    arguments: linkArguments(
      linking,
      entry,
      found?.patch,
      (found?.patch.arguments ?? []).map((argument) => ({
        name: argument.name,
        ...(argument.type !== undefined && { type: argument.type }),
        description: linking.descriptions.render(argument.description, packageName).text,
      })),
    ),
    ...(entry.supportedLanguages && { supportedLanguages: entry.supportedLanguages }),
    ...(found && { patchPath: `${found.file.packageName}://${found.file.originalPath}` }),
    createdAt: createdAt(file),
  }
  return Object.defineProperty({ ...info } as MacroInfo, 'code', {
    enumerable: true,
    get: () => readWritten(linking, file, { start, end }),
  })
}

/** Which macros the names that a macro calls mean. */
export function resolveCalls(
  macros: MacroRegistry,
  entry: Pick<MacroEntry, 'name' | 'calls'>,
  packageName: string,
  linking: Pick<Linking, 'parsed' | 'dispatched'>,
): readonly MacroId[] {
  const found = new Set<MacroId>()
  for (const call of entry.calls) {
    if (call === entry.name) continue
    const id = call.startsWith('dispatch:')
      ? findDispatched(call, linking)
      : findCall(call, packageName, macros)
    if (id !== undefined && id !== macroId(packageName, entry.name)) found.add(id)
  }
  return [...found]
}

function findCall(call: string, packageName: string, macros: MacroRegistry): MacroId | undefined {
  const dot = call.indexOf('.')
  if (dot < 0) return macros.findAnywhere(call, packageName)?.id
  return macros.findIn(call.slice(0, dot), call.slice(dot + 1))?.id
}
