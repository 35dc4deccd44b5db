import type { Json, TestInfo } from '../../../data/index.ts'

/** A test as one would write it: `accepted_values(values: placed, shipped)`. */
export function testWords({ name, args }: TestInfo): string {
  const words = Object.entries(args ?? {}).map(([key, value]) => `${key}: ${short(value)}`)
  return words.length === 0 ? name : `${name}(${words.join('; ')})`
}

function short(value: Json): string {
  if (Array.isArray(value)) return value.map(short).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
