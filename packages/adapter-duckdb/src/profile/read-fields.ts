import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'

/** Where a value stands in the target: `['attach', 0, 'path']`. */
export type FieldPath = readonly (string | number)[]

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the fields of a mapping that a user wrote and reports what has the wrong type. Values that came out of a template are
 * text, so that `"4"` is taken for a number and `"true"` for a claim.
 */
export class FieldReader {
  readonly diagnostics: Diagnostic[]
  readonly #fields: Fields
  readonly #at: FieldPath

  constructor(fields: Fields, at: FieldPath = [], diagnostics: Diagnostic[] = []) {
    this.#fields = fields
    this.#at = at
    this.diagnostics = diagnostics
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined && this.#fields[key] !== null
  }

  /** Reports the keys that nothing reads. */
  expectKeys(known: readonly string[]): void {
    for (const key of Object.keys(this.#fields)) {
      if (known.includes(key) || !this.has(key)) continue
      const nearest = findNearest(key, known)
      this.diagnostics.push(diagnostic('target-key-unknown', { at: this.at(key), key, nearest }))
    }
  }

  at(key: string): FieldPath {
    return [...this.#at, key]
  }

  text(key: string): string | undefined {
    const value = this.#fields[key] ?? undefined
    if (value === undefined || typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return this.#refuse(key, 'text')
  }

  count(key: string): number | undefined {
    const value = this.#fields[key] ?? undefined
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (number === undefined) return undefined
    if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number
    return this.#refuse(key, 'a whole number above 0')
  }

  claim(key: string): boolean | undefined {
    const value = this.#fields[key] ?? undefined
    if (value === undefined || typeof value === 'boolean') return value
    const word = typeof value === 'string' ? value.toLowerCase() : ''
    if (word === 'true' || word === 'false') return word === 'true'
    return this.#refuse(key, 'true or false')
  }

  /** The mapping as it is. */
  mapping(key: string): Fields | undefined {
    const value = this.#fields[key] ?? undefined
    if (value === undefined || isFields(value)) return value
    return this.#refuse(key, 'a mapping')
  }

  list(key: string): readonly unknown[] {
    const value = this.#fields[key] ?? undefined
    if (value === undefined) return []
    return Array.isArray(value) ? value : (this.#refuse(key, 'a list') ?? [])
  }

  texts(key: string): readonly string[] {
    return this.list(key).flatMap((item, index) => {
      if (typeof item === 'string') return [item]
      this.refuseAt([...this.at(key), index], item, 'text')
      return []
    })
  }

  /** A reader for each mapping of a list. */
  mappings(key: string): readonly FieldReader[] {
    return this.list(key).flatMap((item, index) => {
      const at = [...this.at(key), index]
      if (isFields(item)) return [new FieldReader(item, at, this.diagnostics)]
      this.refuseAt(at, item, 'a mapping')
      return []
    })
  }

  inner(key: string): FieldReader {
    return new FieldReader(this.mapping(key) ?? {}, this.at(key), this.diagnostics)
  }

  keys(): readonly string[] {
    return Object.keys(this.#fields)
  }

  value(key: string): unknown {
    return this.#fields[key]
  }

  refuseAt(at: FieldPath, found: unknown, expected: string): void {
    this.diagnostics.push(
      diagnostic('target-value-wrong', { at, key: showPath(at), expected, found: show(found) }),
    )
  }

  #refuse(key: string, expected: string): undefined {
    this.refuseAt(this.at(key), this.#fields[key], expected)
    return undefined
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function showPath(at: FieldPath): string {
  return at
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('')
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isFields(value)) return 'a mapping'
  return JSON.stringify(value) ?? 'nothing'
}
