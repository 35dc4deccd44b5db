import type { Json } from './types/index.ts'
import { isFloatMarker, isIntMarker } from './yaml/index.ts'

const nonFinite: Readonly<Record<string, string>> = {
  inf: 'Infinity',
  '-inf': '-Infinity',
  nan: 'NaN',
}

/** JSON as Python's `json.dumps` writes it: a space after `:` and `,`, and nothing but ASCII. */
export function toPythonJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(toPythonJson).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    // Numbers that JSON alone cannot hold: `1.0`, and those beyond 2^53.
    if (isFloatMarker(value)) return nonFinite[value.$float] ?? value.$float
    if (isIntMarker(value)) return value.$int
    const entries = Object.entries(value).map(
      ([key, item]) => `${toPythonText(key)}: ${toPythonJson(item)}`,
    )
    return `{${entries.join(', ')}}`
  }
  return typeof value === 'string' ? toPythonText(value) : JSON.stringify(value)
}

function toPythonText(text: string): string {
  const json = JSON.stringify(text)
  // Nearly everything is ASCII, and looking is cheaper than replacing.
  if (!/[\u007f-\uffff]/.test(json)) return json
  return json.replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
