import { diagnostic, span, type Diagnostic } from '@btn/diagnostics'
import { findEntry, isTextScalar } from '../yaml/index.ts'
import type { SettingsFile } from './read-file.ts'

/** As in dbt, variables are named by texts: `off:` is a boolean, `1:` a number, where they stand without quotes. `key`: where the variables are below. */
export function findNamelessVars(
  { source, root }: SettingsFile,
  key?: string,
): readonly Diagnostic[] {
  const map = key === undefined ? root : findEntry(root, key)?.value
  if (map?.kind !== 'map') return []
  return map.entries.flatMap(({ keyStart, keyEnd }) => {
    const written = source.text.slice(keyStart, keyEnd)
    if (isTextScalar(written)) return []
    return [
      diagnostic('vars-key-no-text', { key: written }, { span: span(source, keyStart, keyEnd) }),
    ]
  })
}
