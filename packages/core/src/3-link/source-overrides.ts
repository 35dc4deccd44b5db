import { diagnostic, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { Project, ProjectFile } from '../1-load/index.ts'
import type { Parsed, ParsedTest } from '../2-parse/index.ts'
import type { ConfigPatch, SourcePatch, SourceTablePatch } from '../2-parse/properties/index.ts'
import { isObject, toStringList } from '../types/json.ts'

type Properties = Pick<Parsed, 'properties' | 'genericTests'>

/** A source of another package, said anew: with `overrides`. */
interface Override {
  readonly source: SourcePatch & { readonly overrides: string }
  readonly tests: readonly ParsedTest[]
}

/**
 * Sources with `overrides` put into the sources of packages that they mean, as dbt does: what they say takes the place of what the package
 * says, key by key; tests go with them.
 */
export function applySourceOverrides<T extends Properties>(
  { sources }: Project,
  parsed: T,
): Outcome<T> {
  const found = findOverrides(parsed)
  if (found.length === 0) return { value: parsed, diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const overrides = new Map<string, Override>()
  for (const it of found) {
    const key = keyOf(it.source.overrides, it.source.name)
    const first = overrides.get(key)
    if (first) diagnostics.push(twice(sources, it, first))
    else overrides.set(key, it)
  }
  const properties = new Map(parsed.properties)
  const genericTests = new Map(parsed.genericTests)
  const used = new Set<SourceTablePatch | SourcePatch>()
  for (const [file, old] of parsed.properties) {
    const kept = old.sources.filter((it) => it.overrides === undefined)
    properties.set(file, {
      ...old,
      sources: kept.map((source) => {
        const override = overrides.get(keyOf(file.packageName, source.name))?.source
        return override ? mergeSource(source, override, used) : source
      }),
    })
    const tests = parsed.genericTests.get(file) ?? []
    genericTests.set(file, testsOf(file, { kept, tests }, overrides))
  }
  for (const it of overrides.values()) diagnostics.push(...findUnused(sources, it, used))
  return { value: { ...parsed, properties, genericTests }, diagnostics }
}

function keyOf(packageName: string, source: string): string {
  return `${packageName}.${source}`
}

function findOverrides({ properties, genericTests }: Properties): readonly Override[] {
  const found: Override[] = []
  for (const [file, { sources }] of properties) {
    for (const source of sources) {
      const { overrides, name } = source
      if (overrides === undefined) continue
      const tests = (genericTests.get(file) ?? []).filter((it) => isOf(it, name))
      found.push({ source: { ...source, overrides }, tests })
    }
  }
  return found
}

function isOf({ target }: ParsedTest, source: string): boolean {
  return target.yamlKey === 'sources' && target.name === source
}

/** The tests of a file: without those of overriding sources, and with those of the sources that override its own. */
function testsOf(
  { packageName }: ProjectFile,
  { kept, tests }: { readonly kept: readonly SourcePatch[]; readonly tests: readonly ParsedTest[] },
  overrides: ReadonlyMap<string, Override>,
): readonly ParsedTest[] {
  const own = tests.filter(({ target, columnName }) => {
    if (target.yamlKey !== 'sources') return true
    if (!kept.some((it) => it.name === target.name)) return false
    const override = overrides.get(keyOf(packageName, target.name))?.source
    const table = override?.tables.find((it) => it.name === target.table)
    return !hasTests(table, columnName !== undefined)
  })
  const added = kept.flatMap((base) => {
    const override = overrides.get(keyOf(packageName, base.name))
    return override?.tests.flatMap((test) => moveTest(test, base, override.source)) ?? []
  })
  return [...own, ...added]
}

/** A test of an overriding source has the tags that its source and its table have in the end; none of a table that is not there. */
function moveTest(test: ParsedTest, base: SourcePatch, patch: SourcePatch): readonly ParsedTest[] {
  const [table, other] = [base, patch].map(({ tables }) =>
    tables.find((it) => it.name === test.target.table),
  )
  if (!table) return []
  const [ofSource, ofTable] = [tagsThatStay(base, patch), tagsThatStay(table, other)]
  return [{ ...test, columnTags: [...ofSource, ...ofTable, ...test.columnTags] }]
}

function tagsThatStay(
  { config }: SourcePatch | SourceTablePatch,
  patch: SourcePatch | SourceTablePatch | undefined,
): readonly string[] {
  return patch?.given?.includes('tags') ? [] : toStringList(config.rendered['tags'])
}

function hasTests(table: SourceTablePatch | undefined, ofColumns: boolean): boolean {
  const keys = ofColumns ? ['columns'] : ['tests', 'data_tests']
  return keys.some((key) => table?.given?.includes(key))
}

function mergeSource(
  base: SourcePatch,
  patch: SourcePatch,
  used: Set<SourceTablePatch | SourcePatch>,
): SourcePatch {
  used.add(patch)
  const keys = [
    ['description', 'description'],
    ['database', 'database'],
    ['schema', 'schema'],
    ['loader', 'loader'],
    ['quoting', 'quoting'],
    ['loaded_at_field', 'loadedAtField'],
    ['loaded_at_query', 'loadedAtQuery'],
  ] as const
  const { freshness: _, ...rest } = base
  return {
    ...rest,
    ...pickGiven(patch, keys),
    // Absent, both of these are taken for empty.
    ...(patch.freshness !== undefined && { freshness: patch.freshness }),
    config: mergeConfig(base.config, patch, []),
    tables: base.tables.map((table) => {
      const other = patch.tables.find((it) => it.name === table.name)
      if (!other) return table
      used.add(other)
      return mergeTable(table, other)
    }),
  }
}

function mergeTable(base: SourceTablePatch, patch: SourceTablePatch): SourceTablePatch {
  const keys = [
    ['description', 'description'],
    ['identifier', 'identifier'],
    ['external', 'external'],
    ['columns', 'columns'],
    ['tests', 'tests'],
    ['data_tests', 'tests'],
    ['loaded_at_field', 'loadedAtField'],
    ['loaded_at_query', 'loadedAtQuery'],
  ] as const
  const { freshness: _, ...rest } = base
  return {
    ...rest,
    ...pickGiven(patch, keys),
    ...(patch.freshness !== undefined && { freshness: patch.freshness }),
    quoting: patch.quoting,
    config: mergeConfig(base.config, patch, Object.keys(base.config.rendered)),
  }
}

type Key<T> = readonly [yamlKey: string, key: keyof T]

/** What the YAML of an overriding entry says, by the names of our own. */
function pickGiven<T extends { readonly given?: readonly string[] }>(
  patch: T,
  keys: readonly Key<T>[],
): Partial<T> {
  const picked: Partial<T> = {}
  for (const [yamlKey, key] of keys) {
    if (patch.given?.includes(yamlKey)) picked[key] = patch[key]
  }
  return picked
}

/** `meta` and `tags` stay where they are not said anew; of the rest only the keys named, for `config:` is replaced as a whole. */
function mergeConfig(
  base: ConfigPatch,
  { config, given = [] }: SourcePatch | SourceTablePatch,
  stay: readonly string[],
): ConfigPatch {
  const isKept = (key: string): boolean =>
    key === 'meta' || key === 'tags' ? !given.includes(key) : stay.includes(key)
  const pick = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([key]) => isKept(key)))
  const kept = pick(base.rendered)
  const [meta, more] = [kept['meta'], config.rendered['meta']]
  return {
    rendered: {
      ...kept,
      ...config.rendered,
      ...(isObject(meta) && isObject(more) && { meta: { ...meta, ...more } }),
    },
    unrendered: { ...pick(base.unrendered), ...config.unrendered },
    places: { ...pick(base.places), ...config.places },
  }
}

function twice(sources: Project['sources'], { source }: Override, first: Override): Diagnostic {
  const { name, overrides } = source
  const files = [first.source, source].map((it) => it.namePlace.file)
  return diagnostic(
    'source-override-twice',
    { name, package: overrides, files },
    {
      span: sources.spanOf(source.namePlace),
      related: [{ span: sources.spanOf(first.source.namePlace), message: 'the first time' }],
    },
  )
}

/** An override of a source, or of a table, that the package does not have. */
function findUnused(
  sources: Project['sources'],
  { source }: Override,
  used: ReadonlySet<SourceTablePatch | SourcePatch>,
): readonly Diagnostic[] {
  const name = `${source.overrides}.${source.name}`
  const unused = (what: string, { namePlace }: SourcePatch | SourceTablePatch): Diagnostic =>
    diagnostic('source-override-unused', { name: what }, { span: sources.spanOf(namePlace) })
  if (!used.has(source)) return [unused(name, source)]
  return source.tables
    .filter((table) => !used.has(table))
    .map((table) => unused(`${name}.${table.name}`, table))
}
