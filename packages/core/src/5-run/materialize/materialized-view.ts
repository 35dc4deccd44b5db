import { TracedText } from '@btn/diagnostics'
import { runHooks } from '../hooks.ts'
import type { Response } from '../step-context.ts'
import { macroText, type Build, type Materialization } from './build.ts'
import { finishOf, finishRelation } from './finish.ts'
import { dropLeftovers, runMain } from './replace.ts'

/**
 * A materialized view, where the adapter's macros, or those of the project, know what that is: made, replaced, altered or refreshed
 * as `materialized_view_get_build_sql` says. DuckDB has none by itself; its macros say so.
 */
export const buildMaterializedView: Materialization = async (build) => {
  const { session, hooks, existing, target } = build
  await dropLeftovers(build)
  await runHooks(build, hooks.pre, false)
  const sql = await macroText(build, 'btn_materialized_view_sql')
  const text = typeof sql === 'string' ? TracedText.plain(sql) : sql
  if (text.text.trim() === '') return skip(build)
  await session.begin()
  await runHooks(build, hooks.pre, true)
  const response = await runMain(build, text)
  await finishRelation(build, finishOf(build), target, { existing, isRebuilt: true })
  await runHooks(build, hooks.post, true)
  await session.commit()
  session.relations.add(target)
  await runHooks(build, hooks.post, false)
  return response
}

/** Its settings have changed and are to be left as they are. */
async function skip(build: Build): Promise<Response> {
  await runHooks(build, build.hooks.post, false)
  const name = build.state.input.dialect.name(build.target)
  return { message: `skip ${name}`, code: 'skip', rowsAffected: -1 }
}
