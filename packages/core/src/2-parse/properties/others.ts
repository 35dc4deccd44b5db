import { diagnostic } from '@btn/diagnostics'
import { readLooseConfig, readMergedConfig, readOwnConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import type {
  DescribedPatch,
  GroupPatch,
  MacroPatch,
  ReportPatch,
  SingularTestPatch,
} from './types.ts'

export function readMacro(item: Item): MacroPatch | undefined {
  const base = readSingularTest(item)
  if (!base) return undefined
  const args = item.items('arguments').flatMap((argument) => {
    const [name, type] = [argument.text('name'), argument.text('type')]
    if (name === undefined) return []
    const description = argument.yamlText('description')
    return [{ name, ...(type !== undefined && { type }), description }]
  })
  return { ...base, arguments: args }
}

/** An entry without a name is passed over, as in dbt. */
export function readDataTest(item: Item): SingularTestPatch | undefined {
  const patch = readSingularTest(item)
  if (patch || item.has('name')) return patch
  const params = { section: 'data_tests', file: item.reading.source.path }
  const where = { span: item.spanOf(item.place) }
  item.reading.diagnostics.push(diagnostic('properties-without-name', params, where))
  return undefined
}

function readSingularTest(item: Item): SingularTestPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  return {
    name,
    description: item.yamlText('description'),
    config: readLooseConfig(item),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

export function readGroup(item: Item): GroupPatch | undefined {
  const base = readSingularTest(item)
  return base && { ...base, owner: item.object('owner') ?? {} }
}

export function readReport(item: Item): ReportPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [template, path] = [item.yamlText('template'), item.yamlText('path')]
  return {
    name,
    description: item.yamlText('description'),
    config: readMergedConfig(item),
    ...(template && { template }),
    ...(path && { path }),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

export function readDescribed(item: Item, key: DescribedPatch['key']): DescribedPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  return {
    key,
    name,
    description: item.yamlText('description'),
    config: readOwnConfig(item),
    entry: item.value,
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}
