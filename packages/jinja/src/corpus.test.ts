import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticError, renderText, type Source } from '@btn/diagnostics'
import { expect, it } from 'vitest'
import { compileMacro, compileTemplate, parse, scanBlocks, type Block } from './index.ts'

/** A folder with checkouts of public dbt projects; never part of this repository. */
const corpus = process.env['BTN_TEMPLATE_CORPUS']

it.skipIf(corpus === undefined)('reads every template of the corpus', () => {
  const failures: string[] = []
  let count = 0
  for (const path of listTemplates(corpus ?? '')) {
    const source = { path, text: readFileSync(path, 'utf8') }
    count++
    failures.push(...check(source))
  }
  expect(failures).toEqual([])
  expect(count).toBeGreaterThan(0)
})

function listTemplates(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(folder, name))
}

/** As a file of macros when it holds blocks, and in any case as a whole. */
function check(source: Source): string[] {
  const scanned = scanBlocks(source)
  const whole = parse(source)
  const found = [...scanned.diagnostics, ...whole.diagnostics].map((it) => renderText(it))
  if (found.length > 0) return found
  return [
    ...scanned.value.flatMap(compileBlock),
    ...attempt(() => compileTemplate(whole.value).program(false)),
  ]
}

function compileBlock(block: Block): string[] {
  return block.kind === 'docs' ? [] : attempt(() => compileMacro(block).program())
}

function attempt(compile: () => void): string[] {
  try {
    compile()
    return []
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return thrown.diagnostics.map((it) => renderText(it))
    throw thrown
  }
}
