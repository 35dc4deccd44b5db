import { renderText, type Diagnostic } from '@btn/diagnostics'
import { scopeOf } from '@btn/jinja'
import { describe, expect, test } from 'vitest'
import { load } from '../../src/1-load/index.ts'
import { readProperties } from '../../src/2-parse/properties/index.ts'
import { HostError } from '../../src/host.ts'
import { MemoryHost } from '../../src/memory-host.ts'
import { loadCases, type MistakeCase } from './load-cases.ts'

const root = '/projects/shop'

/** A host on which an empty properties file may not be read: `file-unreadable` cannot be made of content. */
class StrictHost extends MemoryHost {
  override readBytes(path: string): Uint8Array | undefined {
    const bytes = super.readBytes(path)
    if (bytes?.length === 0) throw new HostError(path, 'EACCES', 'permission denied')
    return bytes
  }
}

function findMistakes(it: MistakeCase): readonly Diagnostic[] {
  const files = Object.fromEntries(
    Object.entries(it.files).map(([path, text]) => [
      path.startsWith('/') ? path : `${root}/${path}`,
      text,
    ]),
  )
  const host = new StrictHost({ files, environment: it.environment ?? {} })
  const { value: project, diagnostics } = load(host, { workingDirectory: root, ...it.options })
  const found = [...diagnostics]
  for (const file of project?.rootPackage.files.properties ?? []) {
    const read = project?.sources.read(file.file)
    found.push(...(read?.diagnostics ?? []))
    if (!read?.value) continue
    const options = { scope: scopeOf({}), requiresArguments: true }
    found.push(...readProperties(read.value, options).diagnostics)
  }
  return found
}

describe('mistakes in project files', () => {
  test.each(loadCases.map((it) => [it.code, it] as const))('%s', (code, it) => {
    expect(findMistakes(it).map((item) => item.code)).toEqual([code])
  })

  test('are printed so', async () => {
    const printed = loadCases.map((it) => {
      const texts = findMistakes(it).map((item) => renderText(item))
      return `## ${it.code}\n\n${texts.join('\n')}\n`
    })
    await expect(printed.join('\n')).toMatchFileSnapshot('load.txt')
  })
})
