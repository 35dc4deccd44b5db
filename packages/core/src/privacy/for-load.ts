import type { Privacy, Protection } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { LoadedSource, LoadSpec, PersonalColumn } from '../types/index.ts'
import type { PrivacyKeys } from './keys.ts'
import type { Vault } from './vault.ts'

/** Where a command finds keys and values; asked by those who need them. */
export interface PrivacyDoor {
  readonly keys: () => PrivacyKeys | undefined
  readonly vault: () => Vault
}

type Loaded = Pick<LoadedSource, 'schema' | 'identifier' | 'sourceName' | 'name' | 'load'>

/** What is stored of the values of a column. */
export function toProtection(column: PersonalColumn | undefined): Protection | undefined {
  if (!column) return undefined
  switch (column.policy) {
    case 'none':
      return undefined
    case 'tokenize':
      return { kind: 'token', prefix: column.prefix }
    default:
      return { kind: column.policy }
  }
}

/** The secrets of a load; undefined where it needs none. Throws a DiagnosticError when they are missing. */
export function privacyOf(source: Loaded, door: PrivacyDoor | undefined): Privacy | undefined {
  if (!needsKey(source.load)) return undefined
  const keys = door?.keys()
  const { personal, quarantine } = source.load
  if (!door || !keys) {
    const params = { name: `${source.sourceName}.${source.name}` }
    throw new DiagnosticError(diagnostic('pii-key-missing', params))
  }
  const classes = Object.fromEntries(
    Object.entries(personal).map(([name, column]) => [name, column.class]),
  )
  const relation = `${source.schema}.${source.identifier}`
  return {
    key: keys.current.bytes,
    keepTokens: (page) => door.vault().keepTokens(page, classes),
    ...(keepsRaw({ personal, quarantine }) && {
      keepRaw: (page) => door.vault().keepRaw(relation, page),
      restoreRaw: () => door.vault().readRaw(relation),
    }),
  }
}

function needsKey({ personal, quarantine }: LoadSpec): boolean {
  const columns = Object.values(personal)
  return columns.some(({ policy }) => policy === 'tokenize') || keepsRaw({ personal, quarantine })
}

/** Whether rejected rows are kept as read, beside what the policies make of them. */
export function keepsRaw({
  personal,
  quarantine,
}: Pick<LoadSpec, 'personal' | 'quarantine'>): boolean {
  return quarantine.keepsRaw && isProtected({ personal })
}

/** Whether some of a table's values are not stored as they are. */
export function isProtected({ personal }: Pick<LoadSpec, 'personal'>): boolean {
  return Object.values(personal).some(({ policy }) => policy !== 'none')
}

/** Changes when anything does that decides what is stored: the settings, and the key of the tokens. */
export function contractHashOf({ load }: Loaded, door: PrivacyDoor | undefined): string {
  const keys = needsKey(load) ? door?.keys() : undefined
  return keys ? `${load.hash}-${keys.current.id}` : load.hash
}
