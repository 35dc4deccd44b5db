import { diagnostic, findNearest } from '@btn/diagnostics'
import { list, textOr } from '../../described/parts.ts'
import type { Exposure, JsonObject, RefCall, SourceCall } from '../../types/index.ts'
import { isObject, toStringList } from '../../types/json.ts'
import { readMention } from '../../names/read-reference.ts'
import { baseOf, configOf, report, type Definition } from './definition.ts'

/** Who uses what the project makes. */
export function makeExposure(definition: Definition): Exposure {
  const { entry, config: patch, name } = definition.patch
  check(definition)
  const { config, unrendered } = configOf(definition, 'exposure', { name, config: patch })
  const tags = [
    ...new Set([...toStringList(entry['tags']), ...toStringList(config['tags'])]),
  ].sort()
  const meta = { ...toObject(entry['meta']), ...toObject(config['meta']) }
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
  const { entry, place } = patch
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
