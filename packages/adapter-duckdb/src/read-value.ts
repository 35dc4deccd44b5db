import type { SqlTemporal, SqlValue } from '@btn/adapter'
import type { DuckDBType, DuckDBTypeId, DuckDBValue } from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import { formatInZone } from './time-zone.ts'

/** Turns a cell of one column into btn's exact form; the type is looked at once, not for each cell. */
export type ValueReader = (value: DuckDBValue) => SqlValue

/** Makes the reader of a type. `zone` is the session's time zone. */
export function createReader(engine: Engine, type: DuckDBType, zone: string): ValueReader {
  return (
    createScalarReader(engine, type.typeId, zone) ??
    createNestedReader(engine, type, zone) ??
    ((value) => ({ kind: 'text', type: type.toString(), text: String(value) }))
  )
}

function createScalarReader(
  engine: Engine,
  id: DuckDBTypeId,
  zone: string,
): ValueReader | undefined {
  const { DuckDBTypeId: Id } = engine
  const isIn = (...ids: readonly DuckDBTypeId[]) => ids.includes(id)
  if (isIn(Id.VARCHAR, Id.BOOLEAN, Id.DOUBLE, Id.FLOAT, Id.ENUM)) return readPlain
  if (isIn(Id.BIGINT, Id.INTEGER, Id.SMALLINT, Id.TINYINT, Id.HUGEINT, Id.BIGNUM))
    return readInteger
  if (isIn(Id.UBIGINT, Id.UINTEGER, Id.USMALLINT, Id.UTINYINT, Id.UHUGEINT)) return readInteger
  if (isIn(Id.DECIMAL)) return (value) => ({ kind: 'decimal', text: String(value) })
  if (isIn(Id.DATE)) return (value) => ({ kind: 'date', text: formatDate(engine, value) })
  if (isIn(Id.TIME, Id.TIME_TZ, Id.TIME_NS))
    return (value) => ({ kind: 'time', text: String(value) })
  if (isIn(Id.TIMESTAMP, Id.TIMESTAMP_S, Id.TIMESTAMP_MS, Id.TIMESTAMP_NS)) return readTimestamp
  if (isIn(Id.TIMESTAMP_TZ)) {
    return (value) => ({ kind: 'timestamptz', text: formatZoned(engine, value, zone) })
  }
  if (isIn(Id.BLOB)) return (value) => readBlob(engine, value)
  if (isIn(Id.VARIANT)) return (value) => readVariant(engine, value, zone)
  return isIn(Id.SQLNULL) ? () => null : undefined
}

function createNestedReader(
  engine: Engine,
  type: DuckDBType,
  zone: string,
): ValueReader | undefined {
  const { DuckDBTypeId: Id } = engine
  const readerOf = (inner: DuckDBType) => orNull(createReader(engine, inner, zone))
  switch (type.typeId) {
    case Id.LIST:
    case Id.ARRAY:
      return readItems(engine, readerOf(type.valueType))
    case Id.STRUCT:
      return readStruct(engine, type.entryNames, type.entryTypes.map(readerOf))
    case Id.MAP:
      return readMap(engine, readerOf(type.keyType), readerOf(type.valueType))
    case Id.UNION:
      return readUnion(engine, type.memberTags, type.memberTypes.map(readerOf))
    default:
      return undefined
  }
}

function orNull(read: ValueReader): ValueReader {
  return (value) => (value === null ? null : read(value))
}

function readPlain(value: DuckDBValue): SqlValue {
  return value === null || typeof value !== 'object' ? value : unexpected(value)
}

function readInteger(value: DuckDBValue): SqlValue {
  return typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : unexpected(value)
}

function readTimestamp(value: DuckDBValue): SqlTemporal {
  return { kind: 'timestamp', text: String(value).replace(' ', 'T') }
}

function formatDate(engine: Engine, value: DuckDBValue): string {
  if (!(value instanceof engine.DuckDBDateValue)) return unexpected(value)
  if (value.isFinite) return value.toString()
  return value.days > 0 ? 'infinity' : '-infinity'
}

function formatZoned(engine: Engine, value: DuckDBValue, zone: string): string {
  if (!(value instanceof engine.DuckDBTimestampTZValue)) return unexpected(value)
  return value.isFinite ? formatInZone(engine, value.micros, zone) : value.toString()
}

function readBlob(engine: Engine, value: DuckDBValue): SqlValue {
  if (!(value instanceof engine.DuckDBBlobValue)) return unexpected(value)
  // A copy: the bytes are the engine's.
  return { kind: 'blob', bytes: Uint8Array.from(value.bytes) }
}

function readItems(engine: Engine, read: ValueReader): ValueReader {
  return (value) =>
    value instanceof engine.DuckDBListValue || value instanceof engine.DuckDBArrayValue
      ? { kind: 'list', items: value.items.map(read) }
      : unexpected(value)
}

function readStruct(
  engine: Engine,
  names: readonly string[],
  readers: readonly ValueReader[],
): ValueReader {
  return (value) => {
    if (!(value instanceof engine.DuckDBStructValue)) return unexpected(value)
    const { entries } = value
    return {
      kind: 'struct',
      entries: names.map((name, index) => [name, readers[index]?.(entries[name] ?? null) ?? null]),
    }
  }
}

function readMap(engine: Engine, readKey: ValueReader, readItem: ValueReader): ValueReader {
  return (value) =>
    value instanceof engine.DuckDBMapValue
      ? {
          kind: 'struct',
          entries: value.entries.map((entry) => [readKey(entry.key), readItem(entry.value)]),
        }
      : unexpected(value)
}

function readUnion(
  engine: Engine,
  tags: readonly string[],
  readers: readonly ValueReader[],
): ValueReader {
  return (value) => {
    if (!(value instanceof engine.DuckDBUnionValue)) return unexpected(value)
    const read = readers[tags.indexOf(value.tag)]
    return read ? read(value.value) : unexpected(value)
  }
}

function readVariant(engine: Engine, value: DuckDBValue, zone: string): SqlValue {
  if (!(value instanceof engine.DuckDBVariantValue)) return unexpected(value)
  if (value.value === null) return null
  if (!value.type) return { kind: 'text', type: 'VARIANT', text: value.toString() }
  return createReader(engine, value.type, zone)(value.value)
}

function unexpected(value: DuckDBValue): never {
  throw new Error(`DuckDB gave ${String(value)} where its type says otherwise`)
}
