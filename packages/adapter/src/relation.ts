export type RelationType = 'table' | 'view'

/** The name of something in the database, and what it is when that is known. */
export interface Relation {
  readonly database: string
  readonly schema: string
  readonly name: string
  readonly type?: RelationType
}

/** A place where relations live. */
export interface SchemaName {
  readonly database: string
  readonly schema: string
}
