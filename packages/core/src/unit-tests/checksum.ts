import { createHash } from 'node:crypto'
import { toPythonText } from '../names/python-text.ts'
import type {
  FixtureFormat,
  Json,
  UnitTest,
  UnitTestInput,
  UnitTestOverrides,
  UnitTestRows,
  UnitTestVersions,
} from '../types/index.ts'

const FORMATS: Readonly<Record<FixtureFormat, string>> = { dict: 'Dict', csv: 'CSV', sql: 'SQL' }

/** dbt's checksum of a unit test: of Python's way to write all of it but the description. */
export function unitTestChecksum(
  test: Pick<UnitTest, 'model' | 'versions' | 'given' | 'expect' | 'overrides'>,
): string {
  const given = `[${test.given.map(inputText).join(', ')}]`
  const expect = `UnitTestOutputFixture(${rowsText(test.expect)})`
  const parts = [test.model, versionsText(test.versions), given, expect]
  const text = [...parts, overridesText(test.overrides), ...fixtureRows(test.given)].join('-')
  return createHash('sha256').update(text).digest('hex')
}

function inputText(input: UnitTestInput): string {
  return `UnitTestInputFixture(input=${repr(input.input)}, ${rowsText(input)})`
}

function rowsText({ rows, format, fixture }: UnitTestRows): string {
  const name = `<UnitTestFormat.${FORMATS[format]}: '${format}'>`
  return `rows=${repr(rows)}, format=${name}, fixture=${repr(fixture ?? null)}`
}

function versionsText(versions: UnitTestVersions | undefined): string {
  if (!versions) return 'None'
  const { include = null, exclude = null } = versions
  return `UnitTestNodeVersions(include=${repr(include)}, exclude=${repr(exclude)})`
}

function overridesText(overrides: UnitTestOverrides | undefined): string {
  if (!overrides) return 'None'
  const { macros, vars, envVars } = overrides
  return `UnitTestOverrides(macros=${repr(macros)}, vars=${repr(vars)}, env_vars=${repr(envVars)})`
}

function fixtureRows(given: readonly UnitTestInput[]): readonly string[] {
  return given.flatMap((it) => (it.fixture === undefined ? [] : [toPythonText(it.rows)]))
}

/** Python's `repr`: that of a list is made of its items'. */
function repr(value: Json): string {
  return toPythonText([value]).slice(1, -1)
}
