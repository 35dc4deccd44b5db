export { isAudited, readPartition } from './read-publish.ts'
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
