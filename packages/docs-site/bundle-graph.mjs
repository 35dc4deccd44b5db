// The graph, as one classic script that a page fetches when somebody wants to see it. Its style sheet is a text inside.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * A selection may complain with a dozen codes; the catalogue has hundreds. Only the part that selections use comes along.
 * @type {import('esbuild').Plugin}
 */
const smallCatalogue = {
  name: 'small-catalogue',
  setup({ onLoad }) {
    onLoad({ filter: /diagnostics[\\/]src[\\/]catalogue[\\/]index\.ts$/ }, () => ({
      contents: `import { planCodes } from './plan.ts'\nexport const catalogue = planCodes`,
      resolveDir: fileURLToPath(new URL('../diagnostics/src/catalogue', import.meta.url)),
      loader: 'ts',
    }))
  },
}

/** @returns {Promise<Uint8Array>} */
export async function bundleGraph() {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: { graph: 'src/graph/main.ts' },
    bundle: true,
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    loader: { '.css': 'text' },
    plugins: [smallCatalogue],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild made no graph.js')
  return file.contents
}
