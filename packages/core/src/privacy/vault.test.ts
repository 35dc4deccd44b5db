import type { Connection, Database } from '@btn/adapter'
import { expect, test } from 'vitest'
import { readPrivacyKeys, secretFormsOf } from './keys.ts'
import { Vault } from './vault.ts'
import { createScrub } from '../6-report/index.ts'
import { createDialect } from '@btn/adapter'

const environment = {
  BTN_PII_KEY: 'a key of some length',
  BTN_PII_KEY_OLD: 'one-of-before-us, two-of-before-us',
}

test('keys have ids that tell them apart, and what is too short is none', () => {
  const keys = readPrivacyKeys(environment)
  const ids = [keys?.current, ...(keys?.earlier ?? [])].map((it) => it?.id)
  expect(new Set(ids).size).toBe(3)
  expect(readPrivacyKeys({})).toBeUndefined()
  expect(readPrivacyKeys({ BTN_PII_KEY: '  ' })).toBeUndefined()
  expect(() => readPrivacyKeys({ BTN_PII_KEY: 'short' })).toThrow('BTN_PII_KEY is too short')
})

test('no form of a key gets through to a log', () => {
  const scrub = createScrub(environment)
  const pads = [0x36, 0x5c].map((byte) =>
    Buffer.alloc(64, Buffer.concat([Buffer.from(environment.BTN_PII_KEY), Buffer.alloc(64)])).map(
      (it) => it ^ byte,
    ),
  )
  const forms = pads.flatMap((pad) => [
    Buffer.from(pad).toString('hex'),
    Buffer.from(pad).toString('hex').toUpperCase(),
    Buffer.from(pad).toString('base64'),
  ])
  expect(secretFormsOf(environment)).toEqual(expect.arrayContaining(forms))
  for (const text of [environment.BTN_PII_KEY, 'two-of-before-us', ...forms]) {
    expect(scrub(`before ${text} after`)).toBe('before ***** after')
  }
})

test('what is sent to the vault is encrypted', async () => {
  const sent: string[] = []
  const connection: Pick<Connection, 'execute' | 'query'> = {
    execute: async (sql) => (sent.push(sql), { message: 'OK' }),
    query: async (sql) => (sent.push(sql), { columns: [], rows: [] }),
  }
  const database = { connect: async () => connection } as unknown as Database
  const keys = readPrivacyKeys(environment)
  if (!keys) throw new Error('there is a key')
  const vault = new Vault({
    open: async () => database,
    dialect: createDialect({ macroPrefixes: ['duckdb'] }),
    keys,
    now: () => new Date('2025-01-01T00:00:00Z'),
  })
  await vault.keepTokens([{ token: 'eml_1', column: 'mail', value: 'ann@x.de' }], { mail: 'email' })
  await vault.keepRaw('raw.people', [{ loadId: 1n, line: 2, raw: '{"mail":"ann@x.de"}' }])
  const told = sent.join('\n')
  expect(told).toContain("string_split('eml_1'")
  expect(told).toContain("string_split('email'")
  expect(told).toContain(keys.current.id)
  for (const secret of [
    'ann@x.de',
    Buffer.from('ann@x.de').toString('hex'),
    environment.BTN_PII_KEY,
  ]) {
    expect(told).not.toContain(secret)
  }
})
