// Parts of btn as a benchmark calls them: bundled, as users get them.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a few lines of TypeScript export, which import from the root of the repository. @param {string} name @param {string} contents */
export async function loadBundle(name, contents) {
  const outfile = join(root, `target/bench/${name}.cjs`)
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@duckdb/node-bindings'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'BTN_URL', BTN_VERSION: '"bench"', BTN_BUILD: '"bench"' },
    banner: { js: 'const BTN_URL = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
  })
  return createRequire(import.meta.url)(outfile)
}
