import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Connection, Database, Dialect, RawRow, TokenOrigin } from '@btn/adapter'
import type { PrivacyKey, PrivacyKeys } from './keys.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** At most, in UTF-8, of a unit of a string. */
const BYTES_PER_UNIT = 3

export interface VaultOptions {
  readonly open: () => Promise<Database>
  readonly dialect: Dialect
  readonly keys: PrivacyKeys
  readonly now: () => Date
}

/** What is behind a token. */
export interface Revealed {
  readonly class: string
  /** Undefined where the key that encrypted it is not at hand. */
  readonly value: string | undefined
  readonly keyId: string
}

export interface VaultCount {
  readonly class: string
  readonly keyId: string
  readonly tokens: number
}

/**
 * The way back from tokens to values: a database of its own, in which every value is encrypted. It is written before the data that has the
 * tokens is committed: a crash leaves tokens that nobody uses, never a token without a way back.
 */
export class Vault {
  readonly #options: VaultOptions
  #opening: Promise<{ readonly database: Database; readonly connection: Connection }> | undefined
  #tail: Promise<unknown> = Promise.resolve()

  constructor(options: VaultOptions) {
    this.#options = options
  }

  /** Keeps those that it does not have yet and that are not to be forgotten; `classes` by column. */
  keepTokens(
    page: readonly TokenOrigin[],
    classes: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.#inTurn(async (connection) => {
      const byToken = new Map(page.map((it) => [it.token, it]))
      for (const token of await this.#findKnown(connection, [...byToken.keys()])) {
        byToken.delete(token)
      }
      if (byToken.size === 0) return
      const fresh = [...byToken.values()]
      const columns = [
        this.#list(fresh.map(({ token }) => token)),
        this.#list(fresh.map(({ column }) => classes[column] ?? '')),
        `unhex(${this.#list(this.#encryptAll(fresh.map(({ token, value }) => [value, token])))})`,
      ]
      await connection.execute(`insert into tokens select ${columns.join(', ')}, ${this.#common()}`)
    })
  }

  /** Keeps rejected rows of a table as they were read. */
  keepRaw(relation: string, page: readonly RawRow[]): Promise<void> {
    return this.#inTurn(async (connection) => {
      const sealed = this.#encryptAll(
        page.map(({ loadId, line, raw }) => [raw, `${relation} ${loadId} ${line}`]),
      )
      const columns = [
        `${this.#list(page.map(({ loadId }) => String(loadId)))}::bigint`,
        `${this.#list(page.map(({ line }) => String(line)))}::bigint`,
        `unhex(${this.#list(sealed)})`,
      ]
      await connection.execute(
        `insert into raw_rows select ${this.#literal(relation)}, ${columns.join(', ')}, ${this.#common()} on conflict do nothing`,
      )
    })
  }

  /** Rejected rows of a table, as they were read. */
  readRaw(relation: string): Promise<readonly RawRow[]> {
    return this.#inTurn(async (connection) => {
      const { rows } = await connection.query(
        `select load_id, line_number, hex(ciphertext), key_id from raw_rows where relation = ${this.#literal(relation)} order by all`,
      )
      return rows.flatMap(([id, at, sealed, keyId]) => {
        const [loadId, line] = [BigInt(String(id)), Number(at)]
        const raw = this.#decrypt(String(sealed), String(keyId), `${relation} ${loadId} ${line}`)
        return raw === undefined ? [] : [{ loadId, line, raw }]
      })
    })
  }

  reveal(token: string): Promise<Revealed | undefined> {
    return this.#inTurn(async (connection) => {
      const { rows } = await connection.query(
        `select class, hex(ciphertext), key_id from tokens where token = ${this.#literal(token)}`,
      )
      const [name, sealed, keyId] = rows[0] ?? []
      if (name === undefined) return undefined
      const value = this.#decrypt(String(sealed), String(keyId), token)
      return { class: String(name), value, keyId: String(keyId) }
    })
  }

  /**
   * Takes away the value of a token, and rejected rows that have it; a later load does not bring it back. Gives the class of the token, undefined
   * where there is nothing to forget.
   */
  forget(token: string): Promise<string | undefined> {
    return this.#inTurn(async (connection) => {
      const where = `token = ${this.#literal(token)}`
      const { rows } = await connection.query(
        `select class, hex(ciphertext), key_id from tokens where ${where}`,
      )
      const [name, sealed, keyId] = rows[0] ?? []
      if (name === undefined) return undefined
      const value = this.#decrypt(String(sealed), String(keyId), token)
      if (value !== undefined) await this.#forgetRaw(connection, value)
      const now = this.#literal(this.#options.now().toISOString())
      await connection.execute(
        `begin; insert into forgotten values (${this.#literal(token)}, timestamptz ${now}); delete from tokens where ${where}; commit`,
      )
      // What was deleted leaves the file when it is written anew.
      await connection.execute('checkpoint')
      return String(name)
    })
  }

  async #forgetRaw(connection: Connection, value: string): Promise<void> {
    const { rows } = await connection.query(
      'select relation, load_id, line_number, hex(ciphertext), key_id from raw_rows',
    )
    const inJson = JSON.stringify(value)
    for (const [relation, id, at, sealed, keyId] of rows) {
      const owner = `${String(relation)} ${String(id)} ${String(at)}`
      if (this.#decrypt(String(sealed), String(keyId), owner)?.includes(inJson) !== true) continue
      await connection.execute(
        `delete from raw_rows where relation = ${this.#literal(String(relation))} and load_id = ${String(id)} and line_number = ${String(at)}`,
      )
    }
  }

  count(): Promise<readonly VaultCount[]> {
    return this.#inTurn(async (connection) => {
      const { rows } = await connection.query(
        'select class, key_id, count(*) from tokens group by all order by all',
      )
      return rows.map(([name, keyId, tokens]) => ({
        class: String(name),
        keyId: String(keyId),
        tokens: Number(tokens),
      }))
    })
  }

  async close(): Promise<void> {
    await this.#tail
    const opened = await this.#opening?.catch(() => undefined)
    await opened?.database.close()
    this.#opening = undefined
  }

  async #findKnown(connection: Connection, tokens: readonly string[]): Promise<readonly string[]> {
    const { rows } = await connection.query(
      `select string_agg(token, chr(10)) from (select token from tokens union all select token from forgotten)` +
        ` semi join (select ${this.#list(tokens)} as sought) on token = sought`,
    )
    const found = rows[0]?.[0]
    return typeof found === 'string' ? found.split('\n') : []
  }

  /** Texts as a column: one literal is read much faster than thousands of rows. */
  #list(lines: readonly string[]): string {
    return `unnest(string_split(${this.#literal(lines.join('\n'))}, chr(10)))`
  }

  #common(): string {
    const { keys, now } = this.#options
    return `${this.#literal(keys.current.id)}, timestamptz ${this.#literal(now().toISOString())}`
  }

  #literal(value: string): string {
    return this.#options.dialect.literal(value)
  }

  /** In hex. Bound to what it belongs to: a ciphertext that was moved to another token is found out. */
  #encryptAll(texts: readonly (readonly [text: string, owner: string])[]): readonly string[] {
    const key = this.#options.keys.current.cipher
    // To ask for each nonce alone costs as much as the encryption.
    const nonces = randomBytes(NONCE_BYTES * texts.length)
    const longest = texts.reduce((most, [text]) => Math.max(most, text.length), 0)
    // One buffer for all, and text made of it once a value: the rest of the time is the cipher's own.
    const buffer = Buffer.alloc(NONCE_BYTES + TAG_BYTES + BYTES_PER_UNIT * longest)
    return texts.map(([text, owner], index) => {
      const nonce = nonces.subarray(index * NONCE_BYTES, (index + 1) * NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(owner, 'utf8'))
      const sealed = cipher.update(text, 'utf8')
      // Nothing is left over, as the cipher takes bytes one by one.
      cipher.final()
      buffer.set(nonce)
      buffer.set(cipher.getAuthTag(), NONCE_BYTES)
      buffer.set(sealed, NONCE_BYTES + TAG_BYTES)
      return buffer.toString('hex', 0, NONCE_BYTES + TAG_BYTES + sealed.length)
    })
  }

  #decrypt(hex: string, keyId: string, owner: string): string | undefined {
    const key = this.#findKey(keyId)
    if (!key) return undefined
    const bytes = Buffer.from(hex, 'hex')
    const decipher = createDecipheriv('aes-256-gcm', key.cipher, bytes.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(owner, 'utf8'))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
  }

  #findKey(id: string): PrivacyKey | undefined {
    const { current, earlier } = this.#options.keys
    return [current, ...earlier].find((it) => it.id === id)
  }

  #inTurn<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const done = this.#tail.then(async () => work((await this.#open()).connection))
    this.#tail = done.catch(() => undefined)
    return done
  }

  #open() {
    this.#opening ??= (async () => {
      const database = await this.#options.open()
      const connection = await database.connect()
      await connection.execute(DEFINITION)
      return { database, connection }
    })()
    return this.#opening
  }
}

/** Tokens are there once because only those that are not get in, one page at a time; an index to say so would cost more than all the rest. */
const DEFINITION = `
  create table if not exists tokens (
    token varchar not null, class varchar, ciphertext blob, key_id varchar, first_seen timestamptz
  );
  create table if not exists forgotten (token varchar primary key, forgotten_at timestamptz);
  create table if not exists raw_rows (
    relation varchar, load_id bigint, line_number bigint, ciphertext blob, key_id varchar, kept_at timestamptz,
    primary key (relation, load_id, line_number)
  )`
