export { codeOf } from './code-of.ts'
export { findDueDates, type DueDate } from './find-due.ts'
export { isAudited, readPartition } from './read-publish.ts'
export { daysOf, hasDays } from './days.ts'
export { stage, toDay } from './stage.ts'
export {
  ofDay,
  withPublicNames,
  wholeText,
  type Day,
  type PartitionSpec,
  type StagedNode,
  type Staging,
} from './staging.ts'
