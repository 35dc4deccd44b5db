import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMacroFile } from '../macros/macro-file.ts'
import { builtinFiles } from './macros.generated.ts'

const folder = new URL('../../builtin/', import.meta.url)

function filesOnDisk(): readonly string[] {
  return ['dbt', 'dbt_duckdb'].flatMap((owner) =>
    readdirSync(new URL(`${owner}/`, folder)).map((name) => `${owner}/${name}`),
  )
}

describe('the index of built-in macros', () => {
  it('has every file (if not: node packages/core/scripts/index-builtin.mjs)', () => {
    const indexed = builtinFiles.map((file) => `${file.packageName}/${file.path.slice(7)}`)
    expect(indexed.sort()).toEqual([...filesOnDisk()].sort())
  })

  it.each(builtinFiles.map((file) => [`${file.packageName}/${file.path.slice(7)}`, file] as const))(
    '%s is current',
    (name, file) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      expect(file.text).toBe(text)
      const { value, diagnostics } = readMacroFile({ path: name, text })
      expect(diagnostics).toEqual([])
      expect(file.entries).toEqual(value)
    },
  )

  it('defines no name twice in a package', () => {
    const names = builtinFiles.flatMap((file) =>
      file.entries.map((entry) => `${file.packageName}.${entry.name}`),
    )
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
