import { diagnostic, hasErrors, span, type Outcome } from '@btn/diagnostics'
import { findNode, keyPlaceOf } from '../yaml/index.ts'
import { isObject } from '../types/json.ts'
import { profilesFolder } from './choose-target.ts'
import type { ProjectFlags } from './flags.ts'
import type { Ground } from './ground.ts'
import { joinPath } from './paths.ts'
import { readSettingsFile, type SettingsFile } from './read-file.ts'

/** `flags:` of the project, or where they used to be: under `config:` of profiles.yml. */
export function readProjectFlags(
  ground: Pick<Ground, 'environment' | 'file' | 'found' | 'host' | 'options' | 'sources'>,
): Outcome<ProjectFlags | undefined> {
  const own = flagsIn(ground.file, 'flags')
  const old = ground.found.form === 'dbt' ? flagsOfProfile(ground) : undefined
  if (!old || Object.keys(old.value).length === 0) return { value: own, diagnostics: [] }
  const isTwice = own !== undefined && Object.keys(own.value).length > 0
  const code = isTwice ? 'profile-flags-too' : 'profile-flags'
  return { value: isTwice ? own : old, diagnostics: [diagnostic(code, {}, { span: old.keySpan })] }
}

/** The mapping below a key, with its places. */
export function flagsIn(file: SettingsFile, key: string): ProjectFlags | undefined {
  const value = file.value[key]
  const node = findNode(file.root, [key])
  return isObject(value) && node ? { source: file.source, node, value } : undefined
}

/** Mistakes of the file are told when the target is looked for. */
function flagsOfProfile(ground: Parameters<typeof readProjectFlags>[0]) {
  const path = joinPath(profilesFolder(ground), 'profiles.yml')
  if (ground.host.findStat(path)?.isDirectory !== false) return undefined
  const text = ground.sources.read(path).value?.text
  if (text === undefined || !/^['"]?config['"]?\s*:/m.test(text)) return undefined
  const { value: file, diagnostics } = readSettingsFile(ground.sources, path)
  const flags = file && !hasErrors(diagnostics) ? flagsIn(file, 'config') : undefined
  if (!file || !flags) return undefined
  const place = keyPlaceOf(file.source.path, file.root, ['config'])
  return { ...flags, keySpan: span(file.source, place.start, place.end) }
}
