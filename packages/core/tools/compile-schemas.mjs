// Turns src/yaml/schemas/*.json into code: compiling them at each start would cost 40 ms.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'

const folder = new URL('../src/yaml/schemas/', import.meta.url)
export const outputUrl = new URL('../src/yaml/schemas.generated.js', import.meta.url)

/** The generated module's text. */
export function compileSchemas() {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  const schemas = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  const ajv = new Ajv({
    schemas,
    allErrors: true,
    verbose: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, optimize: 1, lines: true },
  })
  const refs = Object.fromEntries(schemas.map(({ $id }) => [$id, $id]))
  const code = standaloneCode.default(ajv, refs)
  return `// Made by tools/compile-schemas.mjs from schemas/*.json: do not edit.\n${code}`
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync(outputUrl, compileSchemas())
