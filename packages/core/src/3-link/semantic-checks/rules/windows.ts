import { grains } from '../../../described/enumerations.ts'
import { objectOf } from '../../../types/json.ts'
import { textOr } from '../../../described/parts.ts'
import type { Json } from '../../../types/index.ts'
import { has } from '../view.ts'

const notYet = 'granularities of the project’s own are not supported here'

/** What is wrong with a window. A granularity of the project's own is known; whether it may stand there, `allowsCustom` says. */
export function* checkWindow(
  window: Json | undefined,
  customGrains: readonly string[],
  allowsCustom = false,
): Iterable<string> {
  if (!has(window)) return
  const { count, granularity } = objectOf(window)
  const written = textOr(granularity, '') ?? ''
  const single = written.endsWith('s') ? written.slice(0, -1) : written
  const known = [...grains, ...customGrains]
  const grain = known.includes(single) ? single : written
  const where = `in the window "${String(count)} ${written}"`
  if (!known.includes(grain)) yield `"${grain}" is no granularity, ${where}`
  else if (!allowsCustom && !grains.includes(grain)) yield `${notYet}: "${grain}" ${where}`
}

/** What is wrong with a granularity that has to be a common one. */
export function* checkGrain(key: string, value: Json | undefined): Iterable<string> {
  const grain = textOr(value)
  if (grain === null || grains.includes(grain)) return
  yield `"${grain}" in ${key} is none of ${grains.join(', ')}: ${notYet}`
}
