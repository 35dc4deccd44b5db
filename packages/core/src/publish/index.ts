export { codeOf } from './code-of.ts'
export { findDueDates, type DueDate } from './find-due.ts'
export { isAudited, readPartition } from './read-publish.ts'
export { daysOf, hasDays } from './days.ts'
export { findStagingMistakes, stage, toDay } from './stage.ts'
export {
  ofDay,
  privateRelation,
  publicNaming,
  publicRelation,
  wholeText,
  type Day,
  type PartitionSpec,
  type StagedNode,
  type Staging,
} from './staging.ts'
