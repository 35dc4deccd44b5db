import { Float } from '@btn/jinja'

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\bNaN\b|-?\bInfinity\b/g
/** The only key of what stands for a number until JSON is read; no text of a file has it. */
const NUMBER = '\0number'

/** JSON as Python reads it: `1.0` is a float, large integers keep their digits, and NaN is a number. */
export function parsePythonJson(text: string): unknown {
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || /^-?\d{1,15}$/.test(token)
      ? token
      : JSON.stringify({ [NUMBER]: token }),
  )
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && NUMBER in value
      ? toNumber(String(value[NUMBER]))
      : value,
  )
}

function toNumber(token: string): bigint | Float {
  return /^-?\d+$/.test(token) ? BigInt(token) : new Float(Number(token))
}
