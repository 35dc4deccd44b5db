// Bundles btn into dist/. With --pack also checks what `npm pack` will put into the tarball.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'))

/** CommonJS packages in the bundle ask for Node's own modules with `require`. */
const requireBanner =
  "import { createRequire as btnCreateRequire } from 'node:module';const require = btnCreateRequire(import.meta.url);"

/** The first file stays tiny: it must not pull in what it imports only when it is needed. */
const keepApart = {
  name: 'keep-apart',
  setup(made) {
    made.onResolve({ filter: /^\.\/process\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './process.js', external: true } : undefined,
    )
  },
}

const shared = {
  absWorkingDir: here,
  bundle: true,
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { BTN_VERSION: JSON.stringify(version) },
}

rmSync(`${here}dist`, { recursive: true, force: true })
await Promise.all([
  build({ ...shared, entryPoints: ['src/main.ts'], plugins: [keepApart] }),
  build({
    ...shared,
    entryPoints: ['src/process.ts'],
    splitting: true,
    chunkNames: '[name]-[hash]',
    external: ['@duckdb/node-api'],
    banner: { js: requireBanner },
  }),
])

if (process.argv.includes('--pack')) {
  for (const file of ['dist/main.js', 'dist/process.js', 'bin/btn.js', 'README.md', 'LICENSE']) {
    if (!existsSync(here + file))
      throw new Error(`packages/cli/${file} is missing from the package`)
  }
  const kib = Math.round(statSync(`${here}dist/process.js`).size / 1024)
  console.error(`btn ${version}: dist/ is ready, its first file has ${kib} KiB`)
}
