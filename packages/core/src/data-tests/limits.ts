import type { Config } from '../types/index.ts'
import { readShareLimit, speaksOfShare, type ShareLimit } from './share-limit.ts'

export type LimitKey = 'warn_if' | 'error_if'
export const limitKeys: readonly LimitKey[] = ['warn_if', 'error_if']

/** dbt's default, which holds when there is any failure. */
const ANY = '!= 0'

/** What a test's settings say of when it warns and when it fails. */
export interface TestLimit {
  /** As the user wrote it. */
  readonly text: string
  /** What the database is asked: dbt's default in place of a share, which is judged here. */
  readonly condition: string
  readonly share: ShareLimit | undefined
}

export function limitOf(config: Config, key: LimitKey): TestLimit {
  const text = String(config[key] ?? ANY)
  const share = speaksOfShare(text) ? readShareLimit(text) : undefined
  return { text, condition: share ? ANY : text, share }
}

/** Whether the test has to know how many rows it tests. */
export function hasShareLimit(config: Config): boolean {
  return limitKeys.some((key) => speaksOfShare(String(config[key] ?? ANY)))
}
