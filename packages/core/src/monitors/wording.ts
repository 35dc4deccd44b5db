import type { Condition, ConditionWord, Limit, ValueUnit } from '../types/index.ts'
import type { WordValues } from './words.ts'

/** `5.82 %`, `2,908`, `20 minutes` */
export function formatValue(value: number, unit: ValueUnit): string {
  if (unit === 'percent') return `${rounded(value * 100, 2)} %`
  if (unit === 'seconds') return formatSeconds(value)
  return rounded(value, Math.abs(value) >= 1 ? 2 : 6)
}

function rounded(value: number, digits: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function formatSeconds(seconds: number): string {
  const [word, size] = units.find(([, it]) => Math.abs(seconds) >= it * 1.5 || seconds === it) ?? [
    'second',
    1,
  ]
  const count = rounded(seconds / size, 1)
  return `${count} ${word}${count === '1' ? '' : 's'}`
}

/** What the limit demands, in words: `limit 5 %`. */
function limitText({ operator, value }: Limit, unit: ValueUnit): string {
  const shown = formatValue(value, unit)
  const texts: Readonly<Record<Limit['operator'], string>> = {
    '>': `limit ${shown}`,
    '>=': `limit below ${shown}`,
    '<': `limit at least ${shown}`,
    '<=': `limit above ${shown}`,
    '=': `limit anything but ${shown}`,
    '!=': `limit exactly ${shown}`,
  }
  return texts[operator]
}

/** `is 5.82 %, limit 5 %`, `is 40: change < -50% (change -60 %, median 100)` */
export function brokenText(condition: Condition, words: WordValues): string {
  const { limit, unit, text } = condition
  const value = words.value === undefined ? 'unknown' : formatValue(words.value, unit)
  const is = unit === 'seconds' ? `is ${value} old` : `is ${value}`
  if (limit) return `${is}, ${limitText(limit, unit)}`
  const shown = new Set<ConditionWord>([...condition.words, 'median'])
  const parts = [...shown].flatMap((word) => {
    const it = word === 'value' ? undefined : words[word]
    return it === undefined
      ? []
      : [`${word} ${formatValue(it, word === 'change' ? 'percent' : 'plain')}`]
  })
  return `${is}: ${text}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
}
