/** An exact decimal number, as text: JavaScript has no type for it. */
export interface SqlDecimal {
  readonly kind: 'decimal'
  readonly text: string
}

/** A date, time or timestamp in ISO form (`2024-01-31`, `10:00:00.5`, `2024-01-31T10:00:00`, with offset where it has a zone). */
export interface SqlTemporal {
  readonly kind: 'date' | 'time' | 'timestamp' | 'timestamptz'
  readonly text: string
}

/** A value that has no counterpart in JavaScript (interval, uuid, bit, …), as the database prints it. */
export interface SqlText {
  readonly kind: 'text'
  readonly type: string
  readonly text: string
}

export interface SqlList {
  readonly kind: 'list'
  readonly items: readonly SqlValue[]
}

export interface SqlStruct {
  readonly kind: 'struct'
  readonly entries: readonly (readonly [key: SqlValue, value: SqlValue])[]
}

export interface SqlBlob {
  readonly kind: 'blob'
  readonly bytes: Uint8Array
}

/** One cell. `bigint` is any integer, `number` any floating-point number. */
export type SqlValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | SqlDecimal
  | SqlTemporal
  | SqlText
  | SqlList
  | SqlStruct
  | SqlBlob

export interface SqlColumn {
  readonly name: string
  /** The type as the database writes it: `DECIMAL(18,2)`. */
  readonly type: string
}

export interface SqlTable {
  readonly columns: readonly SqlColumn[]
  readonly rows: readonly (readonly SqlValue[])[]
}
