import type { Materialization } from './build.ts'
import { replaceRelation } from './replace.ts'

export const buildView: Materialization = (build) => replaceRelation(build, 'view')
