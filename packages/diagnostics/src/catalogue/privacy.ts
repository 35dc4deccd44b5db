import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Parsing Error')
const { warning } = entriesOf('Runtime Error')

interface OfColumn {
  readonly column: string
}

interface OfClass extends OfColumn {
  readonly name: string
}

/** What is wrong with what is said of personal data, and with its keys and tokens. */
export const privacyCodes = {
  'pii-unclear': error(
    (p: OfColumn & { readonly key?: string | undefined; readonly nearest?: string | undefined }) =>
      p.key === undefined
        ? `it is not clear what personal data "${p.column}" has`
        : `"${p.key}" says nothing about the personal data of "${p.column}"`,
    {
      hint: (p) =>
        p.key === 'without_key'
          ? 'Say without_key: redact, or leave it out.'
          : (didYouMean(p.nearest) ??
            'For example: config: {pii: {class: email, policy: tokenize}}'),
    },
  ),
  'pii-policy-unknown': error(
    (p: {
      readonly policy: string
      readonly policies: readonly string[]
      readonly nearest?: string | undefined
    }) => `there is no policy "${p.policy}" for personal data`,
    { hint: (p) => didYouMean(p.nearest) ?? `There are ${p.policies.join(', ')}.` },
  ),
  'pii-policy-missing': error(
    (p: OfClass) => `nothing says what is done with "${p.column}", which is a ${p.name}`,
    { hint: (p) => `For example, at the top of a file: pii_classes: {${p.name}: redact}` },
  ),
  'pii-hash-guessable': error(
    (p: OfClass) =>
      `"${p.column}" is hashed without a key, and every ${p.name} can be found by trying`,
    { hint: () => 'Say policy: tokenize. Or allow_unkeyed: true, if that is what you want.' },
  ),
  'pii-not-text': error(
    (p: OfColumn & { readonly policy: string; readonly type: string }) =>
      `the policy ${p.policy} makes a text, and "${p.column}" is of type ${p.type}`,
    { hint: () => 'Say data_type: varchar, or policy: redact.' },
  ),
  'pii-key-lost': error(
    (p: OfColumn & { readonly policy: string }) =>
      `"${p.column}" tells rows apart, and after ${p.policy} it does not`,
    { hint: () => 'Say policy: tokenize, or another unique_key.' },
  ),
  'pii-leak': error(
    (p: OfClass & { readonly path: string }) =>
      `every ${p.name} in "${p.column}" that is rejected would stand in ${p.path} as it is`,
    { hint: () => 'Choose another policy than none, or say why: release: "the reason".' },
  ),
  'pii-lost': warning(
    (p: {
      readonly class: string
      readonly column: string
      readonly name: string
      readonly isReport: boolean
    }) =>
      `what becomes of the ${p.class} in ${p.column} is not known: nobody can look into ${p.name}`,
    {
      hint: ({ isReport }) =>
        isReport
          ? 'Its template cannot be followed without real rows: let it read models that have no such column.'
          : 'Say at its columns which of them hold personal data: config: {pii: email}',
    },
  ),
  'pii-reaches': error(
    (p: {
      readonly class: string
      readonly column: string
      readonly name: string
      readonly exit: string
      readonly from: string | undefined
    }) =>
      `"${p.column}" of ${p.name}, ${p.exit}, shows every ${p.class} as it is${p.from === undefined ? '' : `: it is ${p.from}`}`,
    {
      family: 'Compilation Error',
      hint: (p) =>
        `Choose a policy where the ${p.class} enters, or say at the column why it may be seen: pii: {class: ${p.class}, release: "the reason"}.`,
    },
  ),
  'pii-class-twice': error((p: { readonly name: string }) => `pii_classes has "${p.name}" twice`),
  'pii-key-missing': error(
    (p: { readonly name: string }) => `${p.name} needs a key, and BTN_PII_KEY is not set`,
    {
      family: 'Runtime Error',
      hint: () =>
        'Keep a key of at least 16 characters where your secrets are, for example: openssl rand -hex 32',
    },
  ),
  'pii-left-out': warning(
    (p: { readonly name: string; readonly columns: readonly string[] }) =>
      `${p.name} is loaded without ${p.columns.join(', ')}: BTN_PII_KEY is not set`,
    {
      hint: () =>
        'Tokens are made of them where it is, in the environment or in .env: at least 16 characters, for example openssl rand -hex 32',
    },
  ),
  'pii-key-weak': error(
    (p: { readonly variable: string }) => `${p.variable} is too short for a key`,
    {
      family: 'Runtime Error',
      hint: () => 'Take at least 16 characters, for example: openssl rand -hex 32',
    },
  ),
  'pii-why-missing': error((p: { readonly word: string }) => `btn pii ${p.word} takes a reason`, {
    family: 'Runtime Error',
    hint: () => 'It is written down: --why "ticket 123"',
  }),
  'pii-token-unknown': error(
    (p: { readonly token: string }) => `the vault has nothing behind ${p.token}`,
    { family: 'Runtime Error', hint: () => 'It was forgotten, or it is a token of another vault.' },
  ),
  'pii-key-unknown': error(
    (p: { readonly token: string; readonly keyId: string }) =>
      `what is behind ${p.token} was encrypted with the key ${p.keyId}, which is not at hand`,
    { family: 'Runtime Error', hint: () => 'Put earlier keys into BTN_PII_KEY_OLD.' },
  ),
  'pii-nothing': error((_: object) => 'the project has no personal data', {
    family: 'Runtime Error',
    hint: () => 'A column of a loaded table says so: config: {pii: {class: email}}',
  }),
}
