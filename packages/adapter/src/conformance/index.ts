import { describe, test } from 'vitest'
import { testCatalog } from './catalog-tests.ts'
import { testConnection } from './connection-tests.ts'
import { testNames } from './dialect-tests.ts'
import { testSeeds } from './seed-tests.ts'
import { Subject, type ConformanceOptions } from './subject.ts'

export { nastyNames, nastyTexts } from './nasty.ts'
export type { ConformanceOptions } from './subject.ts'

/**
 * The behaviour that btn relies on, tried on a real database. An adapter's test file calls this once; a suite that cannot run is
 * reported as skipped, by the adapter's name.
 */
export function testAdapter(options: ConformanceOptions): void {
  const { adapter, skipReason } = options
  const title = `${adapter.type} conforms`
  if (skipReason !== undefined) {
    describe.skip(`${title} (skipped: ${skipReason})`, () => test('the whole suite'))
    return
  }
  describe(title, () => {
    const subject = new Subject(options)
    describe('names and literals', () => testNames(subject))
    describe('connection', () => testConnection(subject))
    describe('catalog', () => testCatalog(subject))
    describe('seeds', () => testSeeds(subject))
  })
}
