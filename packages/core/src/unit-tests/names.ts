import type { UnitTest } from '../types/index.ts'

/** The name with the version of the tested model: `sums_v2`. */
export function versionedName({ name, version }: UnitTest): string {
  return version === undefined ? name : `${name}_v${version}`
}

/** What dbt calls a unit test in its lines: `orders::sums_v2`. */
export function testedName(test: UnitTest): string {
  return `${test.model}::${versionedName(test)}`
}

/** Where the SQL of a unit test would lie beside the file that it is written in: `models/sums_v2.sql`. */
export function unitTestPath(test: UnitTest): string {
  const folder = test.originalPath.slice(0, test.originalPath.lastIndexOf('/') + 1)
  return `${folder}${versionedName(test)}.sql`
}
