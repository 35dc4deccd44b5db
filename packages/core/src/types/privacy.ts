import type { Place } from './basics.ts'

/** What is done with the values of a personal column where they enter. */
export type PrivacyPolicy = 'mask' | 'hash' | 'tokenize' | 'redact' | 'none'

/** A column of a loaded table with personal data in it. */
export interface PersonalColumn {
  /** What kind of data: `email`, `phone`, `name`, or a word of the user's. */
  readonly class: string
  readonly policy: PrivacyPolicy
  /** What is done instead where there is no key to make tokens with; without it the load fails. */
  readonly withoutKey?: 'redact'
  /** What tokens of the class begin with. */
  readonly prefix: string
  /** Why the values themselves may leave the database. */
  readonly release?: string
  readonly place: Place
}

/** By name of the column. */
export type PersonalColumns = Readonly<Record<string, PersonalColumn>>
