export { describeQuery, type QueryConnection } from './describe-query.ts'
export { askPlans } from './plan/read-plan.ts'
export type {
  ColumnSource,
  ColumnUse,
  QueryColumn,
  QueryColumns,
  ReadColumn,
  ReadFunction,
  ReadRelation,
  ReadTable,
  RowHow,
  ValueHow,
} from './types.ts'
