import { diagnostic, findNearest } from '@btn/diagnostics'
import { toRepr } from '@btn/jinja'
import { list, textOr } from '../../described/parts.ts'
import type { Config, Exposure, Json, JsonObject, RefCall, SourceCall } from '../../types/index.ts'
import { isObject, toStringList } from '../../types/json.ts'
import { readMention } from '../../names/read-reference.ts'
import { toValue } from '../../yaml/index.ts'
import { baseOf, configOf, report, type Definition } from './definition.ts'

/** Who uses what the project makes. */
export function makeExposure(definition: Definition): Exposure {
  const { entry, config: patch, name } = definition.patch
  check(definition)
  const { config, unrendered } = configOf(definition, 'exposure', { name, config: patch })
  checkConfig(definition, config)
  const { linking, file } = definition
  const shared = linking.project.packages.get(file.packageName)?.configs.exposures.rendered.value
  const sayers = [shared, entry, config]
  const tags = [...new Set(sayers.flatMap((it) => toStringList(it?.['tags'])))].sort()
  const meta = Object.assign({}, ...sayers.map((it) => toObject(it?.['meta'])))
  const base = baseOf(definition, 'exposure', {
    name,
    config: { ...config, tags, meta },
    unrendered,
    definition: {
      type: textOr(entry['type']),
      owner: { email: null, name: null, ...toObject(entry['owner']) },
      label: textOr(entry['label']),
      maturity: textOr(entry['maturity']),
      url: textOr(entry['url']),
    },
  })
  return { ...base, kind: 'exposure', tags, meta, ...readCalls(definition) }
}

const words = {
  type: ['dashboard', 'notebook', 'analysis', 'ml', 'application'],
  maturity: ['low', 'medium', 'high'],
} as const

/** What dbt refuses: kinds that it does not know, and owners whom nobody could ask. */
function check({ linking, patch }: Definition): void {
  const { entry, name: ownName, place } = patch
  if (!/^[\w-]+$/u.test(ownName))
    report(linking, place, diagnostic('exposure-name', { name: ownName }))
  for (const key of ['type', 'maturity'] as const) {
    const value = String(entry[key] ?? '')
    const allowed: readonly string[] = words[key]
    if (allowed.includes(value) || (key === 'maturity' && entry[key] == null)) continue
    const params = { key, value, allowed, nearest: findNearest(value, allowed) }
    report(linking, place, diagnostic('yaml-value-unknown', params))
  }
  const { name, email } = toObject(entry['owner'])
  if (name == null && email == null) report(linking, place, diagnostic('owner-unnamed', {}))
}

const isList = (value: Json): boolean => typeof value === 'string' || Array.isArray(value)

/** What dbt refuses among the settings, wherever they were made. */
function checkConfig({ linking, patch }: Definition, config: Config): void {
  const complain = (key: string, expected: string, fact: (value: string) => string): void => {
    const value = toRepr(toValue(config[key] ?? null))
    const params = { key, expected, value, fact: fact(value) }
    report(linking, patch.place, diagnostic('exposure-config-wrong', params))
  }
  const ofField = (key: string, type: string) => (value: string) =>
    `Field "${key}" of type ${type} in ExposureConfig has invalid value ${value}`
  const { tags = [], meta = {} } = config
  if (!isList(tags)) complain('tags', 'a list of names', ofField('tags', 'List[str]'))
  if (!isObject(meta)) complain('meta', 'a mapping', ofField('meta', 'Dict[str, Any]'))
}

function readCalls(definition: Definition): Pick<Exposure, 'refs' | 'sources' | 'metrics'> {
  const { linking, patch } = definition
  const refs: RefCall[] = []
  const sources: SourceCall[] = []
  const metrics: (readonly string[])[] = []
  for (const text of list(patch.entry['depends_on'])) {
    const { place } = patch
    const call = readMention(String(text))
    if (call?.kind === 'ref') refs.push({ ...call, place })
    else if (call?.kind === 'source') sources.push({ ...call, place })
    else if (call?.kind === 'metric') {
      metrics.push(call.package === undefined ? [call.name] : [call.package, call.name])
    } else {
      const params = { name: patch.name, text: String(text) }
      report(linking, place, diagnostic('exposure-depends-on', params))
    }
  }
  return { refs, sources, metrics }
}

function toObject(value: unknown): JsonObject {
  return isObject(value as JsonObject) ? (value as JsonObject) : {}
}
