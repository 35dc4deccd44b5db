import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** One thing that a profile_template.yml wants to know. */
export interface Question {
  readonly key: string
  readonly hint: string | undefined
  readonly fallback: Json | undefined
  /** `_choose_…`: what there is to choose from. */
  readonly choices: readonly string[] | undefined
}

/** Asks one question; undefined when nobody can answer. */
export type Ask = (question: Question) => Promise<string | undefined>

/** The key of the first question that has neither an answer nor a default. */
export class UnansweredError extends Error {
  readonly key: string

  constructor(key: string) {
    super(`nobody answers "${key}"`)
    this.name = 'UnansweredError'
    this.key = key
  }
}

/** The profile that a template and its answers make: `fixed` keys as they are, `prompts` asked for, in their order. */
export async function profileFromTemplate(template: JsonObject, ask: Ask): Promise<JsonObject> {
  const { fixed, prompts } = template
  const output: Record<string, Json> = { ...(isObject(fixed) ? fixed : {}) }
  await answer(isObject(prompts) ? prompts : {}, output, ask)
  const { target = 'dev', ...rest } = output
  const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { outputs: { [String(target)]: sorted }, target }
}

async function answer(prompts: JsonObject, output: Record<string, Json>, ask: Ask): Promise<void> {
  for (const [key, value] of Object.entries(prompts)) {
    if (key.startsWith('_fixed_')) output[key.slice('_fixed_'.length)] = value
    else if (key.startsWith('_choose_'))
      await choose(key, isObject(value) ? value : {}, output, ask)
    else output[key] = await askFor(key, isObject(value) ? value : {}, ask)
  }
}

async function choose(
  key: string,
  options: JsonObject,
  output: Record<string, Json>,
  ask: Ask,
): Promise<void> {
  const choices = Object.keys(options)
  const hint = key.slice('_choose_'.length).replaceAll('_', ' ')
  const given = await ask({ key, hint, fallback: undefined, choices })
  const chosen = choices[Number(given) - 1] ?? choices.find((it) => it === given)
  const nested = chosen === undefined ? undefined : options[chosen]
  if (!isObject(nested)) throw new UnansweredError(hint)
  await answer(nested, output, ask)
}

async function askFor(key: string, about: JsonObject, ask: Ask): Promise<Json> {
  const { hint, default: fallback, type } = about
  const text = typeof hint === 'string' ? hint : undefined
  const given = await ask({ key, hint: text, fallback, choices: undefined })
  if (given === undefined || given === '') {
    if (fallback === undefined || fallback === null) throw new UnansweredError(key)
    return fallback
  }
  return toType(given, type ?? (typeof fallback === 'number' ? 'float' : null))
}

function toType(text: string, type: Json): Json {
  const isNumber = type === 'int' || type === 'float'
  if (isNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  if (type === 'bool') return /^(1|t|true|y|yes|on)$/i.test(text.trim())
  return text
}
