import { expect, it } from 'vitest'
import { withoutData } from './without-data.ts'

it('leaves out what may be a secret, and nothing else', () => {
  const line = 'build --vars {key:1} --select a b --inline=x --where raw=1 --set -1 b=2 --quiet x'
  expect(withoutData(line.split(' ')).join(' ')).toBe(
    'build --vars … --select a b --inline=… --where … --set … … --quiet x',
  )
})
