// Who imports whom: all imports against .dependency-cruiser.cjs, then those of values against .dependency-cruiser.values.cjs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { transformSync } from 'esbuild'
import { root, run } from './setup.mjs'

const erased = `${root}target/erased/`
const cruiser = `${root}node_modules/.bin/depcruise`

const all = run(cruiser, ['--config', '.dependency-cruiser.cjs', 'packages'])
eraseTypes()
const values = run(cruiser, ['--config', `${root}.dependency-cruiser.values.cjs`, 'packages'], {
  cwd: erased,
})
rmSync(erased, { recursive: true })
process.exitCode = all || values

/** Writes every source file without its types below target/, under its own name so that imports still find it. */
function eraseTypes() {
  rmSync(erased, { recursive: true, force: true })
  for (const name of packageNames()) {
    for (const file of sourceFiles(`packages/${name}/src`)) {
      const { code } = transformSync(readFileSync(root + file, 'utf8'), {
        loader: 'ts',
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      })
      mkdirSync(dirname(erased + file), { recursive: true })
      writeFileSync(erased + file, code)
    }
  }
  writeFileSync(`${erased}tsconfig.json`, '{}')
}

function sourceFiles(folder) {
  return readdirSync(root + folder, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`)
}

function packageNames() {
  const entries = readdirSync(`${root}packages`, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
