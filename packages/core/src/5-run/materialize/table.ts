import type { Materialization } from './build.ts'
import { replaceRelation } from './replace.ts'

export const buildTable: Materialization = (build) => replaceRelation(build, 'table')
