import type { Path } from '../../yaml/index.ts'

/** The lists of a properties file whose entries are resources. */
export type PropertiesKey =
  | 'models'
  | 'seeds'
  | 'snapshots'
  | 'analyses'
  | 'sources'
  | 'macros'
  | 'data_tests'
  | 'groups'
  | 'exposures'
  | 'metrics'
  | 'semantic_models'
  | 'saved_queries'
  | 'unit_tests'
  | 'functions'
  | 'reports'
  | 'monitors'
  | 'alerts'

const late = new Set<string | number>(['tests', 'data_tests', 'description'])
const lateConfigs = new Set<string | number>(['pre_hook', 'post_hook', 'loaded_at_query'])
const lists = new Set<string | number>(['columns', 'dimensions', 'measures', 'entities', 'metrics'])

/**
 * Whether the text at a path inside an entry is rendered when the file is read. Descriptions wait for the docs blocks, tests for the
 * graph, hooks and queries for the run.
 */
export function isRenderedNow(key: PropertiesKey, path: Path): boolean {
  const [first, second] = path
  if (key === 'sources') {
    if (first === 'description' || first === 'loaded_at_query') return false
    if (first === 'config' && second === 'loaded_at_query') return false
    return first !== 'tables' || !isLate(path.slice(2))
  }
  if (key === 'monitors' && (first === 'value' || second === 'clock')) return false
  if (key === 'alerts') return true
  if (key === 'macros' && first === 'arguments') return !isLate(path.slice(1))
  const isFilter = path.at(-1) === 'filter' || path.at(-2) === 'filter'
  if ((key === 'metrics' || first === 'metrics') && isFilter) return false
  if (key === 'saved_queries' && first === 'query_params' && second === 'where') return false
  return !isLate(path)
}

function isLate(path: Path): boolean {
  const [first, second, third, fourth, fifth] = path
  if (late.has(first ?? '') || first === 'loaded_at_query') return true
  if (path.length === 2 && (late.has(second ?? '') || second === 'loaded_at_query')) return true
  if (first === 'config' && lateConfigs.has(second ?? '')) return true
  if (path.length === 5 && fifth === 'description') return true
  if (first === 'versions') {
    return late.has(third ?? '') || (third === 'columns' && late.has(fifth ?? ''))
  }
  if (lists.has(first ?? '')) return late.has(third ?? '')
  // Below a misspelt "columns" the key is the mistake to tell, not what its templates would lack.
  if (typeof second === 'number' && first !== 'constraints') return late.has(third ?? '')
  const isDerived =
    first === 'derived_semantics' && (second === 'dimensions' || second === 'entities')
  return isDerived && late.has(fourth ?? '')
}
