import { describe, expect, it } from 'vitest'
import { command } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { fullRefreshOption, runOptions, selectionOptions } from './node.ts'
import { parseWords } from './parse.ts'
import { splitWords } from './split-words.ts'

const spec = command({
  name: 'build',
  summary: '',
  examples: [],
  options: {
    ...selectionOptions,
    ...fullRefreshOption,
    ...runOptions,
    later: { kind: 'boolean', support: 'later', help: '' },
  },
  run: async () => 0,
})

function parse(line: string, environment: Readonly<Record<string, string>> = {}): object {
  const { rest } = splitWords(line.split(' '))
  const { options, diagnostics } = parseWords(spec, rest, environment)
  return diagnostics.length > 0 ? diagnostics.map((it) => [it.code, it.hint]) : options
}

describe('parseWords', () => {
  it.each<[string, object]>([
    ['build', {}],
    ['build --select a b --select c', { select: ['a', 'b', 'c'] }],
    ['build -s a -m b --models c', { select: ['a', 'b', 'c'] }],
    ['build --target prod --full-refresh', { target: 'prod', fullRefresh: true }],
    ['--target prod build -f', { target: 'prod', fullRefresh: true }],
    ['--no-use-colors -q build', { useColors: false, quiet: true }],
    ['build --threads=4', { threads: 4 }],
    ['build --no-full-refresh', [['unknown-option', 'Did you mean "--full-refresh"?']]],
    ['build --log-format JSON', { logFormat: 'json' }],
    ['build --static-parser', { staticParser: true }],
    ['build --no-defer', { defer: false }],
    ['build --slect a', [['unknown-option', 'Did you mean "--select"?']]],
    ['build --threads many', [['invalid-option-value', undefined]]],
    ['build --threads 0', [['invalid-option-value', undefined]]],
    ['build --threads', [['missing-option-value', undefined]]],
    ['build --log-level loud', [['invalid-option-value', undefined]]],
    ['build orders', [['unexpected-argument', 'To select nodes: btn build --select orders']]],
    ['build --later', [['option-not-supported', expect.any(String)]]],
    ['build --empty', { empty: true }],
    [
      'build --event-time-start 2024-01-01 --event-time-end=2024-01-03',
      { eventTimeStart: '2024-01-01', eventTimeEnd: '2024-01-03' },
    ],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual(expected)
  })

  it.each<[Readonly<Record<string, string>>, object]>([
    [{ DBT_FULL_REFRESH: '1' }, { fullRefresh: true }],
    [{ DBT_FULL_REFRESH: 'true', BTN_FULL_REFRESH: 'no' }, { fullRefresh: false }],
    [{ DBT_ENGINE_TARGET: 'b', DBT_TARGET: 'c' }, { target: 'b' }],
    [{ DBT_TARGET: '' }, {}],
    [
      { DBT_SAMPLE: '3_days', DBT_EMPTY: '1' },
      { sample: '3_days', empty: true },
    ],
    [{ DBT_SELECT: 'a' }, {}],
    [{ DBT_FAIL_FAST: 'maybe' }, [['invalid-option-value', undefined]]],
  ])('reads %j', (environment, expected) => {
    expect(parse('build', environment)).toEqual(expected)
  })

  it('lets the command line win over the environment', () => {
    expect(parse('build --target a', { DBT_TARGET: 'b' })).toEqual({ target: 'a' })
  })
})

it('gives every command examples of its own', () => {
  for (const { name, examples } of commands) {
    expect(examples.length, name).toBeGreaterThan(0)
    expect(examples.every(({ line }) => line.startsWith(`btn ${name}`) || name === 'list')).toBe(
      true,
    )
  }
})
