// What runs in the browser: classic scripts, because pages opened from the disk may not use modules, and one style sheet.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleGraph } from './bundle-graph.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** @returns {Promise<readonly { name: string, contents: Uint8Array }[]>} */
export async function bundleApp() {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: { app: 'src/app/main.tsx', 'app-style': 'src/app/app.css' },
    bundle: true,
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  const named = { 'app.js': 'site-app.js', 'app-style.css': 'site-app.css' }
  const files = outputFiles.map(({ path, contents }) => {
    const file = path.slice(path.lastIndexOf('/') + 1)
    return { name: named[file] ?? file, contents }
  })
  return [...files, { name: 'site-graph.js', contents: await bundleGraph() }]
}
