import { expect, it } from 'vitest'
import { generateWords } from './generation.ts'

it.each([
  [
    ['docs', 'serve'],
    ['docs', 'generate'],
  ],
  [
    ['--project-dir', 'shop', 'docs', 'serve', '--port', '9000', '--no-browser', '--target=prod'],
    ['--project-dir', 'shop', 'docs', 'generate', '--target=prod'],
  ],
  [
    ['docs', 'serve', '--host=0.0.0.0', '--empty-catalog'],
    ['docs', 'generate', '--empty-catalog'],
  ],
])('%j makes the site by %j', (given, wanted) => {
  expect(generateWords(given, false)).toEqual([...wanted, '--quiet', '--no-use-colors'])
})

it('of a folder it makes the site alone', () => {
  expect(generateWords(['docs', 'serve', 'old/target'], true).slice(0, 3)).toEqual([
    'docs',
    'site',
    'old/target',
  ])
})
