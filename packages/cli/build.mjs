// Bundles btn into dist/. With --pack also checks what `npm pack` will put into the tarball.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'
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
  write: false,
  define: { BTN_VERSION: JSON.stringify(version) },
}

const results = await Promise.all([
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
replaceFiles(results.flatMap((it) => it.outputFiles))

/** Writes the new files, then removes what is left of the old ones: a btn that starts meanwhile finds either. */
function replaceFiles(files) {
  mkdirSync(`${here}dist`, { recursive: true })
  const names = files.map((it) => basename(it.path))
  const mainLast = files.toSorted(
    (a, b) => Number(a.path.endsWith('main.js')) - Number(b.path.endsWith('main.js')),
  )
  for (const file of mainLast) writeFileSync(file.path, file.contents)
  for (const name of readdirSync(`${here}dist`)) {
    if (!names.includes(name)) rmSync(`${here}dist/${name}`, { recursive: true })
  }
}

if (process.argv.includes('--pack')) {
  for (const file of ['dist/main.js', 'dist/process.js', 'bin/btn.js', 'README.md', 'LICENSE']) {
    if (!existsSync(here + file))
      throw new Error(`packages/cli/${file} is missing from the package`)
  }
  const kib = Math.round(statSync(`${here}dist/process.js`).size / 1024)
  console.error(`btn ${version}: dist/ is ready, its first file has ${kib} KiB`)
}
