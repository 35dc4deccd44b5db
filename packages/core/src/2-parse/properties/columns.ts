import type { Constraint, Json } from '../../types/index.ts'
import { readMeaning } from './column-meaning.ts'
import { readMergedConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import { readTests } from './tests.ts'
import type { ColumnPatch, TestPatch } from './types.ts'

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
  // Not for users to say: it follows from the description.
  'doc_blocks',
])

export function readColumns(item: Item): readonly ColumnPatch[] {
  const columns: ColumnPatch[] = []
  for (const column of item.items('columns')) {
    const patch = readColumn(column)
    if (patch) columns.push(patch)
  }
  return columns
}

export function readColumn(item: Item): ColumnPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  return {
    name,
    description: item.yamlText('description'),
    dataType: item.text('data_type'),
    quote: item.flag('quote'),
    constraints: readConstraints(item),
    config: readMergedConfig(item),
    docs: item.object('docs'),
    tests: readTests(item) ?? noTests,
    extra: readMeaning(item, item.rest(columnKeys)),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

const noTests: readonly TestPatch[] = []
const noConstraints: readonly Constraint[] = []

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
  if (!item.has('constraints')) return noConstraints
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
