import { join, resolve } from 'node:path'
import type { CheckedCredentials, CredentialOptions } from '@btn/adapter'
import { diagnostic, findNearest } from '@btn/diagnostics'
import { findScheme, isLocalFile, isMotherduck, MEMORY, nameDatabase } from './database-name.ts'
import type { DuckdbProfile } from './profile.ts'
import { FieldReader, isFields } from './read-fields.ts'
import {
  readAttachments,
  readCredentialProvider,
  readExtensions,
  readSecrets,
  readSettings,
} from './setup-sql.ts'

/** Keys of dbt-duckdb that need Python or a service, and what does the same here. btn says so instead of passing over them. */
const unsupportedKeys = new Map<string, readonly [what: string, instead?: string]>([
  [
    'filesystems',
    [
      'fsspec, a library of Python,',
      'Let DuckDB read and write there: extensions: [httpfs] with secrets.',
    ],
  ],
  ['flights', ['MotherDuck Flights']],
  ['motherduck_token', ['MotherDuck']],
  ['remote', ['a remote DuckDB server (Buena Vista)', 'Give the target a path.']],
])

const knownKeys = [
  ...['type', 'database', 'schema', 'path', 'threads', 'config_options', 'extensions', 'settings'],
  ...['secrets', 'external_root', 'use_credential_provider', 'attach', 'disable_transactions'],
  ...['keep_open', 'retries', 'is_ducklake', 'module_paths', 'plugins'],
  ...unsupportedKeys.keys(),
]

const DEFAULT_THREADS = 4

/** Fills in what a target leaves out and finds what is wrong with it. */
export function checkCredentials(
  raw: Readonly<Record<string, unknown>>,
  options: CredentialOptions,
): CheckedCredentials {
  const reader = new FieldReader(raw)
  reportKeys(reader)
  reportPlugins(reader)
  const path = resolvePath(reader.text('path'), options)
  const profile = {
    type: 'duckdb',
    path,
    database: readDatabase(reader, path),
    schema: reader.text('schema') ?? 'main',
    threads: reader.count('threads') ?? options.defaultThreads ?? DEFAULT_THREADS,
    external_root: reader.text('external_root') ?? '.',
    disable_transactions: reader.claim('disable_transactions') ?? false,
  }
  reader.claim('keep_open')
  reader.claim('is_ducklake')
  const attach = reader.has('attach') && { attach: resolveAttachments(raw, options.projectRoot) }
  const credentials = { ...raw, ...profile, ...attach }
  readProfile(credentials, reader)
  return { credentials, shown: showProfile(raw, profile), diagnostics: reader.diagnostics }
}

/** `target` in templates: paths as they were written, and none of dbt-duckdb's keys left out. */
function showProfile(
  raw: Readonly<Record<string, unknown>>,
  profile: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    database: profile['database'],
    schema: profile['schema'],
    path: raw['path'] ?? profile['path'],
    config_options: raw['config_options'] ?? null,
    extensions: raw['extensions'] ?? null,
    settings: raw['settings'] ?? {},
    external_root: profile['external_root'],
    use_credential_provider: raw['use_credential_provider'] ?? null,
    attach: complete(raw['attach'], wholeAttachment),
    filesystems: raw['filesystems'] ?? null,
    remote: raw['remote'] ?? null,
    plugins: complete(raw['plugins'], wholePlugin),
    disable_transactions: profile['disable_transactions'],
    type: 'duckdb',
  }
}

const wholeAttachment = {
  ...{ path: null, type: null, alias: null, secret: null, read_only: false, options: null },
  is_ducklake: null,
}
const wholePlugin = { module: null, alias: null, config: null }

/** The entries of a list with the keys that they leave out. */
function complete(list: unknown, whole: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(list)) return list ?? null
  return list.map((item: unknown) => (isFields(item) ? { ...whole, ...item } : item))
}

/** The form in which an adapter uses credentials that were checked before. */
export function readProfile(
  credentials: Readonly<Record<string, unknown>>,
  reader = new FieldReader(credentials),
): DuckdbProfile {
  const retries = reader.inner('retries')
  retries.expectKeys(['connect_attempts', 'query_attempts', 'retryable_exceptions'])
  const kinds = retries.has('retryable_exceptions')
    ? retries.texts('retryable_exceptions')
    : ['IOException']
  const configOptions = Object.entries(reader.mapping('config_options') ?? {})
  return {
    path: String(credentials['path'] ?? MEMORY),
    database: String(credentials['database']),
    schema: String(credentials['schema']),
    threads: Number(credentials['threads']),
    configOptions: Object.fromEntries(configOptions.map(([key, value]) => [key, String(value)])),
    setup: [
      ...readExtensions(reader),
      ...readSecrets(reader),
      ...readCredentialProvider(reader),
      ...readAttachments(reader),
    ],
    settings: readSettings(reader),
    modulePaths: reader.texts('module_paths'),
    connectAttempts: retries.count('connect_attempts') ?? 1,
    queryAttempts: retries.count('query_attempts') ?? 1,
    retryableKinds: kinds.map(toKind),
  }
}

/** Python's name of an error class in DuckDB's own words: `IOException` is `IO`, `CatalogException` is `Catalog`. */
function toKind(className: string): string {
  return className.replace(/^.*\./, '').replace(/(?:Exception|Error)$/, '')
}

function reportKeys(reader: FieldReader): void {
  for (const key of reader.keys()) {
    if (!reader.has(key)) continue
    const unsupported = unsupportedKeys.get(key)
    const at = reader.at(key)
    if (unsupported) {
      const [what, instead] = unsupported
      reader.diagnostics.push(diagnostic('target-key-unsupported', { at, key, what, instead }))
    } else if (!knownKeys.includes(key)) {
      const nearest = findNearest(key, knownKeys)
      reader.diagnostics.push(diagnostic('target-key-unknown', { at, key, nearest }))
    }
  }
  refuseMotherduck(reader)
  for (const attachment of reader.mappings('attach')) refuseMotherduck(attachment)
}

function refuseMotherduck(reader: FieldReader): void {
  const path = reader.value('path')
  if (typeof path !== 'string' || !isMotherduck(path)) return
  const params = { at: reader.at('path'), key: 'path', what: 'MotherDuck, a hosted service,' }
  const instead = 'Name a file, or :memory:.'
  reader.diagnostics.push(diagnostic('target-key-unsupported', { ...params, instead }))
}

/** dbt-duckdb's own plugins load and store tables: they are refused where a model or a source asks for one. */
const KNOWN_PLUGINS = ['delta', 'excel', 'glue', 'gsheet', 'iceberg', 'postgres', 'sqlalchemy']

/** Another plugin may do anything to the connection, so that nothing works as the project expects. */
function reportPlugins(reader: FieldReader): void {
  for (const plugin of reader.mappings('plugins')) {
    const module = plugin.text('module')
    if (module === undefined) {
      plugin.refuseAt(plugin.at('module'), undefined, 'the module of the plugin')
    } else if (!KNOWN_PLUGINS.includes(module)) {
      const what = `the plugin ${module}, which is written in Python,`
      const instead = 'Do its work in a Python model, a macro or on-run-start.'
      const params = { at: plugin.at('module'), key: 'plugins', what, instead }
      reader.diagnostics.push(diagnostic('target-key-unsupported', params))
    }
  }
}

function resolvePath(path: string | undefined, options: CredentialOptions): string {
  if (path === undefined) {
    if (options.isOfProfile) return MEMORY
    return join(resolve(options.projectRoot, options.targetPath), `${options.projectName}.duckdb`)
  }
  return path === MEMORY || findScheme(path) !== undefined
    ? path
    : resolve(options.projectRoot, path)
}

/** Like every path of a project, those of attached files are relative to its folder. */
function resolveAttachments(raw: Readonly<Record<string, unknown>>, root: string): unknown {
  const attach = raw['attach']
  if (!Array.isArray(attach)) return attach
  return attach.map((item: unknown) => {
    if (!isFields(item) || typeof item['path'] !== 'string') return item
    return isLocalFile(item['path'], item['type'])
      ? { ...item, path: resolve(root, item['path']) }
      : item
  })
}

/** DuckDB names the database after its file; another name is right only when it is an attached one. */
function readDatabase(reader: FieldReader, path: string): string {
  const derived = nameDatabase(path)
  const wanted = reader.text('database')
  if (wanted === undefined || wanted.toLowerCase() === derived.toLowerCase())
    return wanted ?? derived
  const aliases = reader
    .list('attach')
    .map((item) => (typeof item === 'object' && item !== null && 'alias' in item ? item.alias : ''))
  if (!aliases.includes(wanted)) {
    reader.diagnostics.push(
      diagnostic('target-database-mismatch', { at: reader.at('database'), wanted, derived }),
    )
  }
  return wanted
}
