// Bundles btn into dist/. With --pack also checks what `npm pack` will put into the tarball.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleApp } from '../docs-site/bundle.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'))

// CommonJS, because Node loads it without its asynchronous loader, and V8's own memo of it can be kept (load-with-code-cache.ts).
const shared = {
  absWorkingDir: here,
  bundle: true,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'dynamic-import': false },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
}
const define = { BTN_VERSION: JSON.stringify(version) }
/** Stands in the bundle for its own hash, by which caches tell builds apart. */
const BUILD = '__BTN_BUILD__'

/** Files of their own, read when they are wanted: what draws charts when a report has one, what makes the docs site when it is made. */
const apartFiles = ['src/charts/draw-chart.ts', 'src/docs/write-site.ts', 'src/docs/watch-files.ts']
const apart = {
  name: 'apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(draw-chart|write-site|watch-files)\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point'
        ? undefined
        : { path: `./${basename(path, '.ts')}.cjs`, external: true },
    ),
}

/**
 * Modules of Node's that take milliseconds to start, and that few commands use: commander alone asks for child processes each time.
 * They start when the first of their names is read.
 */
const late = {
  name: 'late',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?(child_process|readline\/promises)$/ }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    )
    onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => ({
      contents: Object.keys(await import(path))
        .filter((name) => name !== 'default')
        .map(
          (name) =>
            `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('${path}').${name} })`,
        )
        .join('\n'),
    }))
  },
}

const program = await build({
  ...shared,
  entryPoints: ['src/process.ts'],
  external: ['@duckdb/node-bindings'],
  plugins: [apart, late],
  define: { ...define, BTN_BUILD: JSON.stringify(BUILD), 'import.meta.url': 'BTN_URL' },
  // Libraries that are ES modules may ask where they lie.
  banner: { js: 'const BTN_URL = require("node:url").pathToFileURL(__filename).href;' },
})
const [bundle] = program.outputFiles
const id = createHash('sha256').update(bundle.contents).digest('hex').slice(0, BUILD.length)
const main = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  define: { ...define, BTN_BUILD: JSON.stringify(id) },
})
const others = await build({
  ...shared,
  entryPoints: apartFiles,
  entryNames: '[name]',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
})
const app = await bundleApp()
replaceFiles([
  ...app.map(({ name, contents }) => ({ path: `${here}dist/${name}`, contents })),
  { path: bundle.path, contents: toAscii(bundle.text.replaceAll(BUILD, id)) },
  ...main.outputFiles,
  ...others.outputFiles,
])

/**
 * esbuild escapes all but regular expressions. A file of one byte a character is read in a millisecond, and takes half the memory;
 * decoding UTF-8 takes twenty. load-with-code-cache.ts counts on it.
 */
function toAscii(text) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text.replaceAll(/[^\0-\x7f]/g, escape)
}

/** Writes the new files, then removes what is left of the old ones. A build that fails changes nothing, and a btn that starts meanwhile finds whole files. */
function replaceFiles(files) {
  mkdirSync(`${here}dist`, { recursive: true })
  const names = files.map((it) => basename(it.path))
  for (const { path, contents } of files) {
    writeFileSync(`${path}.new`, contents)
    renameSync(`${path}.new`, path)
  }
  for (const name of readdirSync(`${here}dist`)) {
    if (!names.includes(name)) rmSync(`${here}dist/${name}`, { recursive: true })
  }
}

if (process.argv.includes('--pack')) {
  for (const file of [
    'dist/main.cjs',
    'dist/process.cjs',
    'dist/draw-chart.cjs',
    'dist/write-site.cjs',
    'dist/watch-files.cjs',
    'dist/site-app.js',
    'dist/site-app.css',
    'dist/site-graph.js',
    'api/index.js',
    'api/index.d.ts',
    'bin/btn.js',
    'bin/package.json',
    'README.md',
    'LICENSE',
  ]) {
    if (!existsSync(here + file))
      throw new Error(`packages/cli/${file} is missing from the package`)
  }
  const kib = Math.round(statSync(`${here}dist/process.cjs`).size / 1024)
  console.error(`btn ${version}: dist/ is ready, its first file has ${kib} KiB`)
}
