import { duckdbDialect } from '../dialect.ts'
import { MEMORY } from './database-name.ts'
import { isFields, type FieldReader } from './read-fields.ts'
import type { SetupStep } from './profile.ts'

const text = (value: unknown) => duckdbDialect.literal(String(value))

/** Extensions that are already there are only loaded, so that nothing is downloaded where it need not be. */
export function readExtensions(reader: FieldReader): readonly SetupStep[] {
  return reader.list('extensions').flatMap((item, index) => {
    const name = isFields(item) ? item['name'] : item
    const repo = isFields(item) ? item['repo'] : undefined
    if (typeof name !== 'string' || (isFields(item) && typeof repo !== 'string')) {
      const at = [...reader.at('extensions'), index]
      reader.refuseAt(at, item, 'a name, or a mapping with name and repo')
      return []
    }
    const load = `load ${text(name)}`
    const install = `install ${text(name)}${typeof repo === 'string' ? ` from ${writeRepo(repo)}` : ''}`
    return [{ what: `extension ${name}`, alternatives: [[load], [install, load]], isShared: true }]
  })
}

/** A repository has a name (`community`) or an address. */
function writeRepo(repo: string): string {
  return /^\w+$|^'.*'$/.test(repo) ? repo : text(repo)
}

export function readSettings(reader: FieldReader): readonly SetupStep[] {
  const settings = reader.mapping('settings') ?? {}
  return Object.entries(settings).map(([key, value]) => ({
    what: `setting ${key}`,
    alternatives: [[`set ${writeKey(key)} = ${text(value)}`]],
  }))
}

function writeKey(key: string): string {
  return /^\w+$/.test(key) ? key : duckdbDialect.quote(key)
}

const SECRET_KEYS = new Set(['type', 'name', 'provider', 'scope', 'persistent'])

/** Secrets, as dbt-duckdb writes them: unnamed ones are numbered, every further key is a parameter. */
export function readSecrets(reader: FieldReader): readonly SetupStep[] {
  return reader.mappings('secrets').flatMap((secret, index) => {
    const type = secret.text('type')
    if (type === undefined) {
      secret.refuseAt(secret.at('type'), undefined, 'the type of the secret')
      return []
    }
    const name = secret.text('name') ?? `_dbt_secret_${index + 1}`
    const persistent = secret.claim('persistent') ? ' persistent' : ''
    const parameters = writeSecretParameters(secret, type).join(', ')
    const sql = `create or replace${persistent} secret ${duckdbDialect.quote(name)} (${parameters})`
    return [{ what: `secret ${name}`, alternatives: [[sql]], isShared: true }]
  })
}

function writeSecretParameters(secret: FieldReader, type: string): readonly string[] {
  const provider = secret.text('provider')
  const scope = secret.value('scope')
  const scopes = scope === undefined || scope === null ? [] : Array.isArray(scope) ? scope : [scope]
  return [
    `type ${writeKey(type)}`,
    ...(provider === undefined ? [] : [`provider ${writeKey(provider)}`]),
    ...secret
      .keys()
      .filter((key) => !SECRET_KEYS.has(key) && secret.has(key))
      .map((key) => `${writeKey(key)} ${writeSecretValue(secret.value(key))}`),
    ...scopes.map((item) => `scope ${text(item)}`),
  ]
}

function writeSecretValue(value: unknown): string {
  if (Array.isArray(value)) return `array [${value.map(text).join(', ')}]`
  if (!isFields(value)) return text(value)
  const pairs = Object.entries(value).map(([key, item]) => `${text(key)}: ${text(item)}`)
  return `map {${pairs.join(', ')}}`
}

/** `use_credential_provider: aws` is the older form of a secret that asks the provider's chain. */
export function readCredentialProvider(reader: FieldReader): readonly SetupStep[] {
  const provider = reader.text('use_credential_provider')
  if (provider === undefined) return []
  if (provider !== 'aws') {
    reader.refuseAt(reader.at('use_credential_provider'), provider, '"aws"')
    return []
  }
  const sql = 'create or replace secret _dbt_secret_aws (type s3, provider credential_chain)'
  return [{ what: 'secret of the AWS credential chain', alternatives: [[sql]], isShared: true }]
}

const ATTACHMENT_KEYS = ['path', 'alias', 'type', 'secret', 'read_only', 'options', 'is_ducklake']

export function readAttachments(reader: FieldReader): readonly SetupStep[] {
  return reader.mappings('attach').flatMap((attachment) => {
    attachment.expectKeys(ATTACHMENT_KEYS)
    const path = attachment.text('path')
    if (path === undefined) {
      attachment.refuseAt(attachment.at('path'), undefined, 'the path of the database')
      return []
    }
    const alias = attachment.text('alias')
    const options = attachOptions(attachment)
    const name = alias === undefined ? '' : ` as ${duckdbDialect.quote(alias)}`
    const suffix = options.length === 0 ? '' : ` (${options.join(', ')})`
    const sql = `attach if not exists ${text(path)}${name}${suffix}`
    const what = `attached database ${alias ?? path}`
    return [{ what, alternatives: [[sql]], ...(path === MEMORY && { needsWriting: true }) }]
  })
}

function attachOptions(attachment: FieldReader): readonly string[] {
  const free = attachment.mapping('options') ?? {}
  const options: string[] = []
  const pick = (key: 'type' | 'secret') => {
    const own = attachment.text(key)
    if (own !== undefined && free[key] !== undefined) {
      attachment.refuseAt(attachment.at(key), own, `${key} either here or in options, not twice`)
    }
    const value = own ?? free[key]
    if (value !== undefined && value !== null) options.push(`${key} ${writeKey(String(value))}`)
  }
  pick('type')
  pick('secret')
  const isReadOnly = attachment.claim('read_only')
  if (isReadOnly !== undefined && free['read_only'] !== undefined) {
    const wanted = 'read_only either here or in options, not twice'
    attachment.refuseAt(attachment.at('read_only'), isReadOnly, wanted)
  }
  if (isReadOnly || free['read_only'] === true) options.push('read_only')
  for (const [key, value] of Object.entries(free)) {
    if (['type', 'secret', 'read_only'].includes(key) || value === null || value === false) continue
    options.push(value === true ? writeKey(key) : `${writeKey(key)} ${writeOption(value)}`)
  }
  return options
}

function writeOption(value: unknown): string {
  if (typeof value !== 'string') return String(value)
  return /^\s*(?:'.*'|".*")\s*$/s.test(value) ? value : text(value)
}
