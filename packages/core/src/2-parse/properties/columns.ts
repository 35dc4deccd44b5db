import type { Constraint, Json } from '../../types/index.ts'
import { readMergedConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import { readTests } from './tests.ts'
import type { ColumnPatch } from './types.ts'

const columnKeys = new Set([
  'name',
  'description',
  'data_type',
  'quote',
  'constraints',
  'config',
  'meta',
  'tags',
  'docs',
  'tests',
  'data_tests',
])

export function readColumns(item: Item): readonly ColumnPatch[] {
  return item.items('columns').flatMap((column) => readColumn(column) ?? [])
}

export function readColumn(item: Item): ColumnPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const [dataType, quote, docs] = [item.text('data_type'), item.flag('quote'), item.object('docs')]
  return {
    name,
    description: item.yamlText('description'),
    ...(dataType !== undefined && { dataType }),
    ...(quote !== undefined && { quote }),
    constraints: readConstraints(item),
    config: readMergedConfig(item),
    ...(docs && { docs }),
    tests: readTests(item) ?? [],
    extra: item.rest(columnKeys),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

const constraintTypes: ReadonlySet<string> = new Set<Constraint['type']>([
  'not_null',
  'unique',
  'primary_key',
  'foreign_key',
  'check',
  'custom',
])

function isConstraintType(type: string | undefined): type is Constraint['type'] {
  return type !== undefined && constraintTypes.has(type)
}

export function readConstraints(item: Item): readonly Constraint[] {
  return item.items('constraints').flatMap((it) => {
    const type = it.text('type')
    if (!isConstraintType(type)) return []
    const [name, expression, to] = [it.text('name'), it.text('expression'), it.text('to')]
    return [
      {
        type,
        ...(name !== undefined && { name }),
        ...(expression !== undefined && { expression }),
        ...(it.has('columns') && { columns: texts(it.list('columns')) }),
        ...(to !== undefined && { to }),
        ...(it.has('to_columns') && { toColumns: texts(it.list('to_columns')) }),
        warnUnenforced: it.flag('warn_unenforced') ?? true,
        warnUnsupported: it.flag('warn_unsupported') ?? true,
      },
    ]
  })
}

export function texts(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}
