import { secretFormsOf } from '../privacy/keys.ts'
import type { JsonObject } from '../types/index.ts'

type Environment = Readonly<Record<string, string | undefined>>

const SECRET = /^(DBT|BTN)_ENV_SECRET/
const CUSTOM = /^(DBT|BTN)_ENV_CUSTOM_ENV_/

/** Replaces the values of `DBT_ENV_SECRET…` and `BTN_ENV_SECRET…` variables, and keys of personal data, in a text that leaves btn. */
export interface Scrub {
  (text: string): string
  /** False where there is nothing to replace. */
  readonly hasSecrets: boolean
}

/**
 * Values are found as they are and as they stand inside a JSON string. `vars` are those of the command line: one whose name says so is
 * a secret, too.
 */
export function createScrub(environment: Environment, vars: JsonObject = {}): Scrub {
  const secrets = new Set<string>()
  for (const [name, value] of [...Object.entries(environment), ...Object.entries(vars)]) {
    if (!SECRET.test(name) || typeof value !== 'string' || value.trim() === '') continue
    secrets.add(value)
    secrets.add(JSON.stringify(value).slice(1, -1))
  }
  for (const form of secretFormsOf(environment)) {
    secrets.add(form)
    secrets.add(JSON.stringify(form).slice(1, -1))
  }
  if (secrets.size === 0) return Object.assign((text: string) => text, { hasSecrets: false })
  // A secret may hold another one: the longer goes first.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  const scrub = (text: string): string =>
    longestFirst.reduce((left, secret) => left.replaceAll(secret, '*****'), text)
  return Object.assign(scrub, { hasSecrets: true })
}

/** `DBT_ENV_CUSTOM_ENV_x` and `BTN_ENV_CUSTOM_ENV_x` as `x`; btn's own name wins. */
export function readMetadataEnv(environment: Environment): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const prefix of ['DBT', 'BTN']) {
    for (const [name, value] of Object.entries(environment)) {
      if (value === undefined || !CUSTOM.test(name) || !name.startsWith(prefix)) continue
      found[name.replace(CUSTOM, '')] = value
    }
  }
  return found
}
