import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { compileSchemas, outputUrl } from '../../tools/compile-schemas.mjs'

/** The code alone, however it is laid out. */
function plain(code: string): string {
  return transformSync(code, { minifyWhitespace: true, charset: 'utf8' }).code
}

test('the compiled schemas are those of schemas/*.json', () => {
  expect(plain(readFileSync(outputUrl, 'utf8')) === plain(compileSchemas())).toBe(true)
})
