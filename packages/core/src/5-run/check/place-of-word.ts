import type { Span } from '@btn/diagnostics'
import { wholeWord } from '../../names/escape-pattern.ts'
import type { Model, Snapshot } from '../../types/index.ts'
import type { CheckInput } from './check-input.ts'
import { placeOf } from '../user-place.ts'

/** So far behind its key a word of a setting stands. */
const FAR = 300

/** Where a setting says a word: in the node's own text, in its properties, or in the project's file. */
export function placeOfWord(
  { runtime }: CheckInput,
  node: Model | Snapshot,
  key: string,
  word: string,
): Span | undefined {
  const own = placeOf(runtime, node)
  const patch = node.patchPath?.replace(/^[^:]*:\/\//, '')
  const files = [node.file, patch, 'project.yml', 'dbt_project.yml']
  const pattern = new RegExp(`(?<!\\w)\\+?${key}\\b[^]{0,${FAR}}?(?=${wholeWord(word)})`, 'g')
  for (const file of files) {
    const source = file === undefined ? undefined : runtime.findSource(file)
    if (!source) continue
    pattern.lastIndex = own?.source.path === source.path ? own.start : 0
    const found = pattern.exec(source.text)
    if (!found) continue
    const start = found.index + found[0].length
    return { source, start, end: start + word.length }
  }
  return own
}
