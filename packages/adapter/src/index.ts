export {
  DatabaseError,
  PythonError,
  type Adapter,
  type Catalog,
  type CheckedCredentials,
  type Connection,
  type CredentialOptions,
  type Credentials,
  type Database,
  type ExecuteResult,
  type ExportRequest,
  type PythonJob,
  type PythonProblem,
  type RelationSummary,
  type SeedRequest,
  type SeedResult,
  type SummaryRequest,
} from './adapter.ts'
export { createDialect, type Dialect, type DialectOverrides } from './dialect.ts'
export type { Relation, RelationType, SchemaName } from './relation.ts'
export {
  baseTypeNames,
  createTypeRules,
  type ColumnType,
  type TypeNames,
  type TypeRules,
} from './types.ts'
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
