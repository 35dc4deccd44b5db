import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { LoadedSource } from '../types/index.ts'
import type { PrivacyDoor } from './for-load.ts'

/** A source as it is loaded here: where nobody has a key, columns that say so are left empty instead of tokenized. */
export function asKeysAllow(
  source: LoadedSource,
  door: PrivacyDoor | undefined,
): { readonly source: LoadedSource; readonly diagnostics: readonly Diagnostic[] } {
  const { load } = source
  const columns = Object.entries(load.personal)
    .filter(([, { policy, withoutKey }]) => policy === 'tokenize' && withoutKey === 'redact')
    .map(([column]) => column)
  if (columns.length === 0 || door?.keys()) return { source, diagnostics: [] }
  const personal = Object.entries(load.personal).map(([name, column]) =>
    columns.includes(name) ? [name, { ...column, policy: 'redact' as const }] : [name, column],
  )
  const name = `${source.sourceName}.${source.name}`
  return {
    source: {
      ...source,
      load: { ...load, personal: Object.fromEntries(personal), hash: `${load.hash}-redacted` },
    },
    diagnostics: [diagnostic('pii-left-out', { name, columns })],
  }
}
