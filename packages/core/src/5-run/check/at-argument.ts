import type { Diagnostic } from '@btn/diagnostics'
import { wholeWord } from '../../names/escape-pattern.ts'
import type { DataTest, GenericTest } from '../../types/index.ts'
import { spanIn } from '../user-place.ts'
import type { CheckInput } from './check-input.ts'

/** A column that an argument of a test names is wrong where it is written, not in the macro that is given it. */
export function atArgument(
  { runtime }: CheckInput,
  { generic }: DataTest,
  mistake: Diagnostic,
): Diagnostic {
  const column = 'column' in mistake.params ? String(mistake.params.column) : ''
  const place = generic && spanIn(runtime, generic.place)
  if (!place || column === '') return mistake
  const start = findArgument(place.source.text, generic, column)
  if (start === undefined) return mistake
  const { span: before, related = [] } = mistake
  const isInMacro = before !== undefined && before.source.path !== place.source.path
  const shown = isInMacro ? [{ span: before, message: 'in the test:' }, ...related] : related
  return {
    ...mistake,
    span: { source: place.source, start, end: start + column.length },
    ...(shown.length > 0 && { related: shown }),
  }
}

function findArgument(
  text: string,
  { place, columnName, kwargs }: GenericTest,
  column: string,
): number | undefined {
  const word = wholeWord(column)
  const { model: _, column_name: __, ...own } = kwargs
  if (new RegExp(word, 'i').test(JSON.stringify(Object.values(own)))) {
    const found = new RegExp(word, 'i').exec(text.slice(place.start))
    return found ? place.start + found.index : undefined
  }
  if (columnName?.toLowerCase() !== column.toLowerCase()) return undefined
  const names = [
    ...text.slice(0, place.start).matchAll(new RegExp(`name:\\s*["']?(?=${word})`, 'gi')),
  ]
  const found = names.at(-1)
  return found && found.index + found[0].length
}
