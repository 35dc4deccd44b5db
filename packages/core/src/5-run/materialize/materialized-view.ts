import type { Materialization } from './build.ts'
import { runTemplate } from './template.ts'

/**
 * A materialized view, where the macros of the adapter or of the project know what that is. DuckDB has none by itself, and its
 * macros say so; nothing is gained by doing in TypeScript what the template does.
 */
export const buildMaterializedView: Materialization = (build) =>
  runTemplate(build, 'materialized_view', 'dbt.materialization_materialized_view_default')
