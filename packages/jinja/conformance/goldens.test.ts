import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { difference } from './compare.ts'
import { renderCase, type Case, type Result } from './engine.ts'
import { knownDifferences } from './known-differences.ts'

type Golden = Case & Result & { readonly name: string }

const folder = new URL('goldens/', import.meta.url)
/** `CASES=filters` or `CASES='sort'`: only cases whose area or name holds the text. */
const wanted = process.env['CASES'] ?? ''

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const area = basename(file, '.json')
  const goldens: Golden[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  const cases = goldens.filter(({ name }) => `${area} ${name}`.includes(wanted))
  if (cases.length === 0) continue

  describe(area, () => {
    it.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (name, golden) => {
      const actual = await renderCase(golden)
      if (knownDifferences.has(`${area}: ${name}`)) {
        // An entry that has become untrue must leave the list.
        expect(difference(golden.template, golden, actual)).toBeDefined()
      } else if (difference(golden.template, golden, actual)) {
        expect(actual).toEqual(resultOf(golden))
      }
    })
  })
}

function resultOf(golden: Golden): Result {
  return 'output' in golden ? { output: golden.output } : { error: golden.error }
}
