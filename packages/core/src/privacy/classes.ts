import { diagnostic } from '@btn/diagnostics'
import type { PrivacyClassPatch } from '../2-parse/properties/index.ts'
import type { Linking } from '../3-link/linking.ts'
import type { PrivacyPolicy } from '../types/index.ts'
import { isPolicy } from './policies.ts'

/** What is known of a class of personal data. */
export interface PrivacyClass {
  readonly policy?: PrivacyPolicy
  readonly prefix: string
  /** Values of it can be guessed, all of them: a hash without a key hides nothing. */
  readonly isGuessable: boolean
}

const known: Readonly<Record<string, PrivacyClass>> = {
  email: { policy: 'tokenize', prefix: 'eml', isGuessable: true },
  phone: { policy: 'tokenize', prefix: 'phn', isGuessable: true },
  name: { policy: 'mask', prefix: 'nam', isGuessable: false },
}

const collected = new WeakMap<Linking, ReadonlyMap<string, PrivacyClass>>()

/** The classes of a project: those that btn knows, as the project has them, and its own. */
export function privacyClasses(linking: Linking): ReadonlyMap<string, PrivacyClass> {
  const before = collected.get(linking)
  if (before) return before
  const classes = new Map(Object.entries(known))
  const said = new Map<string, PrivacyClassPatch>()
  for (const { privacyClasses: patches = [] } of linking.parsed.properties.values()) {
    for (const patch of patches) {
      const first = said.get(patch.name)
      if (first) reportTwice(linking, patch, first)
      else classes.set(patch.name, toClass(patch))
      said.set(patch.name, patch)
    }
  }
  collected.set(linking, classes)
  return classes
}

function toClass({ name, policy, prefix, allowsUnkeyed = false }: PrivacyClassPatch): PrivacyClass {
  const before = classOf(name)
  const own = policy !== undefined && isPolicy(policy) ? policy : before.policy
  return {
    ...(own && { policy: own }),
    prefix: prefix ?? before.prefix,
    isGuessable: before.isGuessable && !allowsUnkeyed,
  }
}

/** Of a class that nobody has said anything of. */
export function classOf(name: string): PrivacyClass {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return known[name] ?? { prefix: letters.slice(0, 3) || 'pii', isGuessable: false }
}

function reportTwice(
  { project, diagnostics }: Linking,
  { name, place }: PrivacyClassPatch,
  first: PrivacyClassPatch,
): void {
  const related = [{ span: project.sources.spanOf(first.place), message: 'the first one is here' }]
  const where = { span: project.sources.spanOf(place), related }
  diagnostics.push(diagnostic('pii-class-twice', { name }, where))
}
