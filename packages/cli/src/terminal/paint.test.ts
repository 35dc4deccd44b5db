import { expect, it } from 'vitest'
import { hasColors } from './paint.ts'

type Environment = Readonly<Record<string, string>>

it.each<[boolean | undefined, boolean, Environment, boolean]>([
  [undefined, true, {}, true],
  [undefined, false, {}, false],
  [undefined, true, { NO_COLOR: '1' }, false],
  [undefined, true, { NO_COLOR: '' }, true],
  [undefined, true, { TERM: 'dumb' }, false],
  [undefined, false, { FORCE_COLOR: '1' }, true],
  [undefined, true, { FORCE_COLOR: '0' }, false],
  [undefined, false, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [true, false, { NO_COLOR: '1' }, true],
  [false, true, { FORCE_COLOR: '1' }, false],
])('said %s, terminal %s, %j: %s', (wanted, isTty, environment, expected) => {
  expect(hasColors({ wanted, isTty, environment })).toBe(expected)
})
