import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findPythons } from './find-python.ts'

const root = mkdtempSync(join(tmpdir(), 'btn-find-python-'))
afterAll(() => rmSync(root, { recursive: true }))

function put(path: string, text = ''): string {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return file
}

const system = put('usr/python3')
const plain = put('usr/python')
const ofDbt = put('tools/dbt-venv/python')
put('usr/dbt', `#!${ofDbt}\nimport dbt\n`)
const virtual = put('venv/bin/python3')
const PATH = [join(root, 'nowhere'), join(root, 'usr')].join(delimiter)

test.each([
  ['nothing', {}, []],
  ['a path', { PATH }, [system, plain, ofDbt]],
  [
    'a virtual environment',
    { PATH, VIRTUAL_ENV: join(root, 'venv') },
    [virtual, system, plain, ofDbt],
  ],
  ['a name', { PATH, BTN_PYTHON: 'python3.12' }, ['python3.12']],
])('%s', (_, environment, expected) => {
  expect(findPythons(environment)).toEqual(expected)
})
