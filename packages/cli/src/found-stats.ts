import type { Manifest } from '@btn/core'

const plurals: readonly (readonly [kind: string, singular: string, plural: string])[] = [
  ['model', 'model', 'models'],
  ['seed', 'seed', 'seeds'],
  ['snapshot', 'snapshot', 'snapshots'],
  ['analysis', 'analysis', 'analyses'],
  ['operation', 'operation', 'operations'],
  ['test', 'data test', 'data tests'],
  ['source', 'source', 'sources'],
  ['exposure', 'exposure', 'exposures'],
  ['metric', 'metric', 'metrics'],
]

/** What dbt counts behind the macros. */
const pluralsBehind: typeof plurals = [
  ['group', 'group', 'groups'],
  ['semantic_model', 'semantic model', 'semantic models'],
  ['saved_query', 'saved query', 'saved queries'],
  ['monitor', 'monitor', 'monitors'],
  ['unit_test', 'unit test', 'unit tests'],
  ['report', 'report', 'reports'],
]

/** What a project has, counted as dbt says it: `Found 3 models, 1 seed, 8 data tests, 565 macros`. */
export function foundStats({ nodes, macros, groups }: Manifest): string {
  const counts = new Map<string, number>()
  if (groups.size > 0) counts.set('group', groups.size)
  for (const { kind } of nodes.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const count = ([kind, singular, plural]: (typeof plurals)[number]): readonly string[] => {
    const n = counts.get(kind)
    return n === undefined ? [] : [`${n} ${n === 1 ? singular : plural}`]
  }
  const parts = [plurals.flatMap(count), `${macros.size} macros`, pluralsBehind.flatMap(count)]
  return parts.flat().join(', ')
}
