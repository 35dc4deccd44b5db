import { globalOptions } from './global.ts'
import { toFlagName, type OptionSpec } from './spec.ts'

/** Takes the command's name out of the words: it is the first one that is neither an option nor an option's value. */
export function splitWords(words: readonly string[]): {
  readonly name: string | undefined
  readonly rest: readonly string[]
} {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('-')) return { name: word, rest: words.toSpliced(at, 1) }
    if (takesNextWord(word)) at++
  }
  return { name: undefined, rest: words }
}

function takesNextWord(word: string): boolean {
  const entry = Object.entries<OptionSpec>(globalOptions).find(
    ([key, spec]) => word === `--${toFlagName(key)}` || word === `-${spec.short}`,
  )
  return entry !== undefined && entry[1].kind !== 'boolean'
}
