import { closeOf, splitAtCommas } from './groups.ts'
import type { Token } from './token.ts'

const FUNCTIONS = ['ref', 'source', 'config', 'config.get', 'config.meta_get'] as const

/** What a model may call on its argument `dbt`. */
export type DbtFunction = (typeof FUNCTIONS)[number]

/** A call such as `dbt.ref('orders', v=2)`. */
export interface DbtCall {
  readonly function: DbtFunction
  /** The word `dbt`, where the call begins, and the bracket that ends it. */
  readonly first: Token
  readonly last: Token
  readonly arguments: readonly DbtArgument[]
}

export interface DbtArgument {
  readonly name: string | undefined
  readonly value: readonly Token[]
}

/** One step of a chain: `.name`, `(…)` or `[…]`. */
interface Trailer {
  readonly open: number
  readonly close: number
}

/**
 * The calls in the order in which dbt notes them: of a chain of calls the last one comes first, and its arguments before what
 * the call stands on.
 */
export function findCalls(tokens: readonly Token[]): readonly DbtCall[] {
  const found: DbtCall[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.inner) found.push(...findCalls(token.inner))
    const trailers = token?.kind === 'name' ? readTrailers(tokens, at) : []
    for (const trailer of trailers.toReversed()) {
      const call = readCall(tokens, at, trailer)
      if (call) found.push(call)
      found.push(...findCalls(tokens.slice(trailer.open + 1, trailer.close)))
    }
    at = (trailers.at(-1)?.close ?? at) + 1
  }
  return found
}

/** The brackets behind a name: `a.b(…).c[…]` has two. */
function readTrailers(tokens: readonly Token[], from: number): readonly Trailer[] {
  const trailers: Trailer[] = []
  let at = from + 1
  for (;;) {
    const text = tokens[at]?.kind === 'operator' ? tokens[at]?.text : undefined
    if (text === '.') at += 2
    else if (text === '(' || text === '[') {
      const close = closeOf(tokens, at)
      trailers.push({ open: at, close })
      at = close + 1
    } else return trailers
  }
}

function readCall(tokens: readonly Token[], from: number, trailer: Trailer): DbtCall | undefined {
  const path = tokens.slice(from, trailer.open).map((token) => token.text)
  const first = tokens[from]
  const last = tokens[trailer.close]
  const name = FUNCTIONS.find((it) => `dbt.${it}` === path.join(''))
  const isAttribute = tokens[from - 1]?.text === '.'
  if (!name || !first || !last || isAttribute || tokens[trailer.open]?.text !== '(')
    return undefined
  const parts = splitAtCommas(tokens.slice(trailer.open + 1, trailer.close))
  return { function: name, first, last, arguments: parts.map(toArgument) }
}

function toArgument(tokens: readonly Token[]): DbtArgument {
  const [name, equals, ...rest] = tokens
  return name?.kind === 'name' && equals?.text === '='
    ? { name: name.text, value: rest }
    : { name: undefined, value: tokens }
}
