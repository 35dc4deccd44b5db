import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileSchemas, outputUrl } from '../../tools/compile-schemas.mjs'

test('the compiled schemas are those of schemas/*.json', () => {
  expect(readFileSync(outputUrl, 'utf8')).toBe(compileSchemas())
})
