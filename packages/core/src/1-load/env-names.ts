import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Environment } from './environment.ts'
import { flagTable } from './flags-table.ts'

const RESERVED = 'DBT_ENGINE_'

/** What dbt reads under its prefix besides flags: options of single commands, settings of its tests, names that it has given up. */
const others =
  `ARTIFACT_STATE_PATH CLEAN_PROJECT_FILES_ONLY DEFER_TO_STATE DOWNLOAD_DIR EXCLUDE_RESOURCE_TYPES EXPORT_SAVED_QUERIES
FAVOR_STATE_MODE HOST INCLUDE_SAVED_QUERY INVOCATION_ENV NO_PRINT PACKAGE_HUB_URL PARTIAL_PARSE_FILE_DIFF PP_FILE_DIFF_TEST PP_TEST
RECORDED_FILE_PATH RESOURCE_TYPES SNOWFLAKE_PROJECTS_OTEL SQLPARSE TEST_STATE_MODIFIED UPLOAD_TO_ARTIFACTS_INGEST_API USE_V2_PARSER
V2_PARSER WARN_ERROR_OPTIONS`.split(/\s+/)

/** Variables of the user's own under the prefix that dbt keeps for itself. */
export function reportReservedNames(environment: Environment): readonly Diagnostic[] {
  if (!environment.hasFlags) return []
  const reserved = Object.keys(environment.variables).filter((name) => name.startsWith(RESERVED))
  if (reserved.length === 0) return []
  const known = new Set([...Object.keys(flagTable).map((name) => name.toUpperCase()), ...others])
  return reserved
    .filter((name) => !known.has(name.slice(RESERVED.length)))
    .map((name) => diagnostic('env-var-reserved', { name }))
}
