import { diagnostic, findNearest } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { InputPatch, RowsPatch, UnitTestPatch } from '../2-parse/properties/index.ts'
import type { Lookup } from '../context/lookup.ts'
import type { JsonObject, Seed, UnitTestRows } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { readCsvRows } from '../unit-tests/csv-rows.ts'
import { readMention } from '../names/read-reference.ts'
import type { Linking } from './linking.ts'

type Rows = readonly JsonObject[]

/** What reading the rows of one unit test needs. */
export interface RowsContext {
  readonly linking: Linking
  readonly file: ProjectFile
  readonly test: UnitTestPatch
  readonly lookup: Lookup
}

/** The rows of an input or of what is expected, whichever way they are written; undefined where something is wrong. */
export function resolveRows(
  context: RowsContext,
  patch: RowsPatch | InputPatch,
): UnitTestRows | undefined {
  const rows = patch.format === 'dict' ? listed(context, patch) : written(context, patch)
  if (rows === undefined) return undefined
  const { format, fixture, place } = patch
  const found = fixture === undefined ? undefined : findFixture(context, fixture)
  return {
    rows: typeof rows === 'string' ? rows : fullRowFirst(rows),
    format,
    ...(found && { fixture: found.name, fixtureFile: found.file }),
    place,
  }
}

function listed(context: RowsContext, patch: RowsPatch | InputPatch): Rows | undefined {
  const { rows, fixture } = patch
  if (rows === undefined && fixture === undefined && 'input' in patch)
    return rowsOfSeed(context, patch)
  if (Array.isArray(rows) && rows.every(isObject)) return rows
  return wrongRows(context, patch)
}

/** Rows as text, in the file or beside it. Nothing between two commas is null. */
function written(context: RowsContext, patch: RowsPatch): Rows | string | undefined {
  const text =
    patch.fixture !== undefined
      ? rowsOfFixture(context, patch.fixture, patch)
      : typeof patch.rows === 'string'
        ? patch.rows
        : wrongRows(context, patch)
  if (text === undefined || patch.format === 'sql') return text
  const rows = typeof text === 'string' ? readCsvRows(text) : text
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value === '' ? null : value]),
    ),
  )
}

function findFixture({ linking, file }: RowsContext, name: string) {
  for (const [{ packageName, file: path }, fixture] of linking.parsed.fixtures) {
    if (packageName === file.packageName && fixture.name === name) return { ...fixture, file: path }
  }
  return undefined
}

function rowsOfFixture(
  context: RowsContext,
  name: string,
  patch: RowsPatch,
): Rows | string | undefined {
  const found = findFixture(context, name)
  if (found) return found.rows
  const { linking, file, test } = context
  const names = [...linking.parsed.fixtures].flatMap(([{ packageName }, fixture]) =>
    packageName === file.packageName ? [fixture.name] : [],
  )
  const nearest = findNearest(name, names)
  const params = { test: test.name, fixture: name, file: file.originalPath, nearest }
  const span = linking.project.sources.spanOf(patch.place)
  linking.diagnostics.push(diagnostic('unit-test-fixture-not-found', params, { span }))
  return undefined
}

/** An input without rows has those of the seed that it names. */
function rowsOfSeed(context: RowsContext, patch: InputPatch): Rows | undefined {
  const { linking, file, test, lookup } = context
  const input = readMention(patch.input, linking.project.flags.support_custom_ref_kwargs)
  if (input?.kind !== 'ref') return wrongRows(context, patch)
  const owner = input.package ?? file.packageName
  const seed = lookup.findRef(file.packageName, input.name, owner, undefined)
  if (seed !== undefined && seed !== 'disabled' && seed.kind === 'seed')
    return readSeed(linking, seed)
  const others = [...lookup.refNames()].filter((name) => name !== input.name)
  const nearest = findNearest(input.name, others)
  const params = { test: test.name, seed: `${owner}.${input.name}`, nearest }
  const span = linking.project.sources.spanOf(patch.place)
  linking.diagnostics.push(diagnostic('unit-test-seed-not-found', params, { span }))
  return undefined
}

function readSeed({ project, diagnostics }: Linking, seed: Seed): Rows {
  const read = project.sources.read(seed.file)
  diagnostics.push(...read.diagnostics)
  return readCsvRows(read.value?.text ?? '')
}

function wrongRows({ linking, test }: RowsContext, patch: RowsPatch | InputPatch): undefined {
  const role = 'input' in patch ? 'input' : 'expected'
  const params = { test: test.name, role, format: patch.format } as const
  const span = linking.project.sources.spanOf(patch.place)
  linking.diagnostics.push(diagnostic('unit-test-rows', params, { span }))
  return undefined
}

/** Databases take a column's type from the first row, so dbt exchanges it for the first one without nulls. */
function fullRowFirst(rows: Rows): Rows {
  const index = rows.findIndex((row) => Object.values(row).every((value) => value !== null))
  const [first, full] = [rows[0], rows[index]]
  if (index <= 0 || !first || !full) return rows
  return rows.with(0, full).with(index, first)
}
