import { diagnostic, findNearest } from '@btn/diagnostics'
import type { ColumnPatch } from '../2-parse/properties/index.ts'
import type { Linking } from '../3-link/linking.ts'
import type { Json, JsonObject, PersonalColumn, PersonalColumns, Place } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { classOf, privacyClasses } from './classes.ts'
import { isPolicy, policies } from './policies.ts'

const keys = ['class', 'policy', 'without_key', 'prefix', 'allow_unkeyed', 'release']

/** What the columns of a loaded table say of personal data, in `config.pii` or `config.meta.pii`. */
export function readPersonal(linking: Linking, columns: readonly ColumnPatch[]): PersonalColumns {
  const found: [string, PersonalColumn][] = []
  for (const column of columns) {
    reportMisplaced(linking, column)
    const said = findSaid(linking, column)
    const personal = said && readColumn(linking, column, said)
    if (personal) found.push([column.name, personal])
  }
  return Object.fromEntries(found)
}

/** What is nearly `pii`, or stands beside `config`, protects nothing: the values would be stored as they are. */
function reportMisplaced(linking: Linking, { name, config, extra, place }: ColumnPatch): void {
  const tell = (key: string, at: Place, nearest?: string) => {
    const where = { span: linking.project.sources.spanOf(at) }
    linking.diagnostics.push(diagnostic('pii-unclear', { column: name, key, nearest }, where))
  }
  for (const key of Object.keys(config.rendered)) {
    const nearest = key === 'pii' ? undefined : findNearest(key, ['pii'])
    if (nearest !== undefined) tell(key, config.places[key] ?? place, nearest)
  }
  for (const key of Object.keys(extra))
    if (findNearest(key, ['pii']) !== undefined) tell(key, place)
}

interface Said {
  readonly value: Json
  readonly place: Place
}

function findSaid(linking: Linking, { config }: ColumnPatch): Said | undefined {
  const { rendered, places } = config
  const meta = rendered['meta']
  const inMeta = isObject(meta) ? meta['pii'] : undefined
  const inConfig = rendered['pii']
  const place = places[inConfig === undefined ? 'meta' : 'pii']
  if (!place) return undefined
  if (inConfig !== undefined && inMeta !== undefined) {
    const where = { span: linking.project.sources.spanOf(place) }
    linking.diagnostics.push(diagnostic('config-given-twice', { key: 'pii' }, where))
  }
  const value = inConfig ?? inMeta
  return value === undefined || value === null || value === false ? undefined : { value, place }
}

function readColumn(
  linking: Linking,
  { name: column, dataType }: ColumnPatch,
  { value, place }: Said,
): PersonalColumn | undefined {
  const where = { span: linking.project.sources.spanOf(place) }
  const report = (item: ReturnType<typeof diagnostic>) => void linking.diagnostics.push(item)
  const said: JsonObject = isObject(value) ? value : { class: value }
  const { class: name, policy: word, prefix, release } = said
  const unknown = Object.keys(said).find((key) => !keys.includes(key))
  if (typeof name !== 'string' || name === '' || unknown !== undefined) {
    const nearest = unknown && findNearest(unknown, keys)
    report(diagnostic('pii-unclear', { column, key: unknown, nearest }, where))
    return undefined
  }
  const known = privacyClasses(linking).get(name) ?? classOf(name)
  if (word !== undefined && !(typeof word === 'string' && isPolicy(word))) {
    const params = { policy: String(word), policies, nearest: findNearest(String(word), policies) }
    report(diagnostic('pii-policy-unknown', params, where))
    return undefined
  }
  const policy = word ?? known.policy
  if (policy === undefined) {
    report(diagnostic('pii-policy-missing', { column, name }, where))
    return undefined
  }
  const withoutKey = said['without_key']
  if (withoutKey !== undefined && withoutKey !== 'redact') {
    report(diagnostic('pii-unclear', { column, key: 'without_key' }, where))
    return undefined
  }
  const isGuessable = known.isGuessable && said['allow_unkeyed'] !== true
  if (policy === 'hash' && isGuessable)
    report(diagnostic('pii-hash-guessable', { column, name }, where))
  if (!isText(dataType) && policy !== 'redact' && policy !== 'none') {
    report(diagnostic('pii-not-text', { column, policy, type: dataType ?? '' }, where))
  }
  return {
    class: name,
    policy,
    prefix: `${typeof prefix === 'string' ? prefix : known.prefix}_`,
    ...(withoutKey && { withoutKey }),
    ...(typeof release === 'string' && { release }),
    place,
  }
}

function isText(type: string | undefined): boolean {
  return type === undefined || /^\s*(varchar|text|string|char|bpchar)\b/i.test(type)
}
