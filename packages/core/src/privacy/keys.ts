import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'

type Environment = Readonly<Record<string, string | undefined>>

export const KEY_VARIABLE = 'BTN_PII_KEY'
/** Keys of before, separated by blanks or commas: what they encrypted can still be read. */
export const EARLIER_VARIABLE = 'BTN_PII_KEY_OLD'

const FEWEST_CHARACTERS = 16
const BLOCK_BYTES = 64

/** A secret that tokens are made with, and what the vault is encrypted with, which follows from it. */
export interface PrivacyKey {
  readonly bytes: Uint8Array
  /** Tells keys apart without telling them. */
  readonly id: string
  readonly cipher: Uint8Array
}

export interface PrivacyKeys {
  readonly current: PrivacyKey
  readonly earlier: readonly PrivacyKey[]
}

/** Undefined where there is no key. Throws a DiagnosticError for one that could be guessed. */
export function readPrivacyKeys(environment: Environment): PrivacyKeys | undefined {
  const text = environment[KEY_VARIABLE]?.trim()
  if (!text) return undefined
  const earlier = wordsOf(environment[EARLIER_VARIABLE])
  return {
    current: toKey(text, KEY_VARIABLE),
    earlier: earlier.map((it) => toKey(it, EARLIER_VARIABLE)),
  }
}

/** Every form in which a key could stand in a text. */
export function secretFormsOf(environment: Environment): readonly string[] {
  const words = [environment[KEY_VARIABLE]?.trim() ?? '', ...wordsOf(environment[EARLIER_VARIABLE])]
  return words.filter(Boolean).flatMap(formsOf)
}

function wordsOf(text: string | undefined): readonly string[] {
  return text?.split(/[\s,]+/).filter(Boolean) ?? []
}

function toKey(text: string, variable: string): PrivacyKey {
  if (text.length < FEWEST_CHARACTERS) {
    throw new DiagnosticError(diagnostic('pii-key-weak', { variable }))
  }
  const bytes = Buffer.from(text, 'utf8')
  return {
    bytes,
    id: createHmac('sha256', bytes).update('btn key id').digest('hex').slice(0, 8),
    cipher: new Uint8Array(hkdfSync('sha256', bytes, '', 'btn vault', 32)),
  }
}

function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8')
  const short = bytes.length > BLOCK_BYTES ? createHash('sha256').update(bytes).digest() : bytes
  const block = Buffer.alloc(BLOCK_BYTES)
  block.set(short)
  const pads = [0x36, 0x5c].map((byte) => Buffer.from(block.map((it) => it ^ byte)))
  const derived = Buffer.from(hkdfSync('sha256', bytes, '', 'btn vault', 32))
  return [text, ...[bytes, ...pads, derived].flatMap(binaryForms)]
}

/** As hexadecimal digits, as Base64, and as the database shows bytes. */
function binaryForms(bytes: Buffer): readonly string[] {
  const hex = bytes.toString('hex')
  const shown = [...bytes].map((it) => {
    const isPlain = it >= 0x20 && it < 0x7f && it !== 0x5c && it !== 0x27 && it !== 0x22
    return isPlain
      ? String.fromCharCode(it)
      : `\\x${it.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return [hex, hex.toUpperCase(), bytes.toString('base64'), shown.join('')]
}
