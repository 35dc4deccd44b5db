import { codePoints } from '@btn/diagnostics'

const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u

export function casefold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ')
}

/** Letters that stand for two: only the first of them is a capital in a title. */
const DIGRAPHS = ['Ǆǅǆ', 'Ǉǈǉ', 'Ǌǋǌ', 'Ǳǲǳ']

function toTitle(char: string): string {
  return DIGRAPHS.find((it) => it.includes(char))?.charAt(1) ?? char.toUpperCase()
}

/** A capital at the start of every run of letters, the others small. */
export function titleCase(text: string): string {
  let isInside = false
  return codePoints(text)
    .map((char) => {
      const isCased = CASED.test(char)
      const shown = isInside ? char.toLowerCase() : isCased ? toTitle(char) : char
      isInside = isCased
      return shown
    })
    .join('')
}

export function isTitle(text: string): boolean {
  let isInside = false
  let hasCased = false
  for (const char of codePoints(text)) {
    const isUpper = /[\p{Lu}\p{Lt}]/u.test(char)
    const isLower = /\p{Ll}/u.test(char)
    if ((isUpper && isInside) || (isLower && !isInside)) return false
    isInside = isUpper || isLower
    hasCased ||= isInside
  }
  return hasCased
}

export function swapCase(text: string): string {
  return codePoints(text)
    .map((char) => (/\p{Lu}/u.test(char) ? char.toLowerCase() : char.toUpperCase()))
    .join('')
}
