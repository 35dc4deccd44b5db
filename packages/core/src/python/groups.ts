import type { Token } from './token.ts'

/** The index of the bracket that closes the one at `open`. Brackets were found to match before. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    depth += depthChange(tokens[at])
    if (depth === 0) return at
  }
  return tokens.length - 1
}

/** The parts between the commas that stand in no bracket; a comma at the end adds none. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return splitAt(tokens, ',').filter((part) => part.length > 0)
}

/** The parts between operators that stand in no bracket. */
export function splitAt(tokens: readonly Token[], operator: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (depth === 0 && token.kind === 'operator' && token.text === operator) parts.push([])
    else parts.at(-1)?.push(token)
    depth += depthChange(token)
  }
  return parts
}

function depthChange(token: Token | undefined): number {
  if (token?.kind !== 'operator') return 0
  if ('([{'.includes(token.text)) return 1
  return ')]}'.includes(token.text) ? -1 : 0
}
