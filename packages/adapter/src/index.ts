export {
  DatabaseError,
  type Adapter,
  type Catalog,
  type CheckedCredentials,
  type Connection,
  type CredentialOptions,
  type Credentials,
  type Database,
  type ExecuteResult,
  type SeedRequest,
} from './adapter.ts'
export type { Dialect } from './dialect.ts'
export type { Relation, RelationType } from './relation.ts'
export type {
  SqlBlob,
  SqlColumn,
  SqlDecimal,
  SqlList,
  SqlStruct,
  SqlTable,
  SqlTemporal,
  SqlText,
  SqlValue,
} from './values.ts'
