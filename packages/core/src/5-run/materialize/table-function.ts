import type { Relation } from '@btn/adapter'
import { runHooks } from '../hooks.ts'
import { macroText, type Materialization } from './build.ts'
import { finishOf, finishRelation } from './finish.ts'
import { runMain } from './replace.ts'

/** A view with parameters: DuckDB's table macro, replaced in one step. */
export const buildTableFunction: Materialization = async (build) => {
  const { session, hooks } = build
  const target: Relation = { ...build.target, type: 'view' }
  const finish = { ...finishOf(build), needsGrants: false, needsIndexes: false }
  await runHooks(build, hooks.pre, false)
  if (hooks.needTransaction || finish.needsDocs) await session.begin()
  await runHooks(build, hooks.pre, true)
  const sql = await macroText(build, 'btn_table_function', [{ relation: target }, build.sql])
  const response = await runMain(build, sql)
  await runHooks(build, hooks.post, true)
  await finishRelation(build, finish, target, { existing: build.existing, isRebuilt: true })
  await session.commit()
  await runHooks(build, hooks.post, false)
  return response
}
