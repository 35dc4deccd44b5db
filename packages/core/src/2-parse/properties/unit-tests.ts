import type { FixtureFormat, Json, UnitTestOverrides, UnitTestVersions } from '../../types/index.ts'
import { readConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import { toVersion } from './nodes.ts'
import type { InputPatch, RowsPatch, UnitTestPatch } from './types.ts'

export function readUnitTest(item: Item): UnitTestPatch | undefined {
  const [name, model] = [item.text('name'), item.text('model')]
  const expected = item.item('expect')
  if (name === undefined || model === undefined || !expected) return undefined
  const [overrides, versions] = [item.item('overrides'), item.item('versions')]
  return {
    name,
    model,
    description: item.text('description') ?? '',
    config: readConfig(item),
    given: item.items('given').flatMap((input) => readInput(input) ?? []),
    expect: readRows(expected),
    ...(overrides && { overrides: readOverrides(overrides) }),
    ...(versions && { versions: readVersions(versions), versionsPlace: item.placeOf('versions') }),
    modelPlace: item.placeOf('model'),
    namePlace: item.placeOf('name'),
    place: item.place,
  }
}

function readInput(item: Item): InputPatch | undefined {
  const input = item.text('input')
  return input === undefined ? undefined : { input, ...readRows(item) }
}

const formats: readonly FixtureFormat[] = ['dict', 'csv', 'sql']

function readRows(item: Item): RowsPatch {
  const rows = item.value['rows']
  const [format, fixture] = [item.text('format'), item.text('fixture')]
  return {
    ...(item.has('rows') && { rows: typeof rows === 'string' ? withoutEnd(rows) : (rows ?? null) }),
    format: formats.find((it) => it === format) ?? 'dict',
    ...(fixture !== undefined && { fixture }),
    place: item.has('rows') || fixture === undefined ? item.place : item.placeOf('fixture'),
  }
}

/** dbt renders such a text as a template, which costs it its last line break. */
function withoutEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}

function readOverrides(item: Item): UnitTestOverrides {
  return {
    macros: item.object('macros') ?? {},
    vars: item.object('vars') ?? {},
    envVars: item.object('env_vars') ?? {},
  }
}

function readVersions(item: Item): UnitTestVersions {
  const list = (key: string) => item.list(key).flatMap((it: Json) => toVersion(it) ?? [])
  return {
    ...(item.has('include') && { include: list('include') }),
    ...(item.has('exclude') && { exclude: list('exclude') }),
  }
}
