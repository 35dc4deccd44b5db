import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** A hook may be a string, a JSON object in a string, an object or a list of them: always a list of objects here. */
export function toHooks(value: Json): readonly JsonObject[] {
  const list = Array.isArray(value) ? value : [value as Json]
  return list.filter((item) => item !== null && item !== '').map(toHook)
}

function toHook(value: Json): JsonObject {
  if (isObject(value)) return { sql: '', transaction: true, index: null, ...value }
  const text = String(value)
  return { sql: text, transaction: true, index: null, ...readJsonHook(text) }
}

function readJsonHook(text: string): JsonObject {
  if (!text.trimStart().startsWith('{"')) return {}
  try {
    const parsed: Json = JSON.parse(text)
    return isObject(parsed) ? parsed : {}
  } catch {
    // SQL may begin with a brace, too: then it is not JSON, and the text itself is the hook.
    return {}
  }
}
