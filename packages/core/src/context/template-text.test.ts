import { DiagnosticError } from '@btn/diagnostics'
import { expect, it } from 'vitest'
import { compileTest } from './template-text.ts'

it('the tests of a file with the same text share a template, those of others do not', () => {
  const text = '{{ test_unique(**kwargs) }}'
  const template = compileTest('models/a.yml', text)
  expect(compileTest('models/a.yml', text)).toBe(template)
  // What goes wrong in it is told at its file.
  expect(compileTest('models/b.yml', text)).not.toBe(template)
  expect(compileTest('models/a.yml', `${text}{{ config(alias='x') }}`)).not.toBe(template)
})

it('what was used long ago is compiled again, and mistakes are told each time', () => {
  const first = compileTest('models/a.yml', 'first')
  for (let number = 0; number < 300; number++) compileTest('models/a.yml', `text ${number}`)
  expect(compileTest('models/a.yml', 'first')).not.toBe(first)
  for (let time = 0; time < 2; time++)
    expect(() => compileTest('models/a.yml', '{{ test_unique( }}')).toThrow(DiagnosticError)
})
