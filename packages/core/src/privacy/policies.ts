import type { PrivacyPolicy } from '../types/index.ts'

export const policies: readonly PrivacyPolicy[] = ['mask', 'hash', 'tokenize', 'redact', 'none']

export function isPolicy(word: string): word is PrivacyPolicy {
  return policies.some((it) => it === word)
}
