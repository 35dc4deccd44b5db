import type { Json } from '../../types/index.ts'
import { fromJs } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'

/** The flags that dbt shows to templates; of others, such as `flags.SAMPLE`, they see nothing. */
const SHOWN = [
  ...['CACHE_SELECTED_ONLY', 'DEBUG', 'EMPTY', 'FAIL_FAST', 'FULL_REFRESH', 'HINTS_ENABLED'],
  ...['INDIRECT_SELECTION', 'INTROSPECT', 'INVOCATION_COMMAND', 'LOG_CACHE_EVENTS', 'LOG_FORMAT'],
  ...['LOG_PATH', 'MAXIMUM_SEED_SIZE_MIB', 'NO_PRINT', 'PARTIAL_PARSE', 'PRINTER_WIDTH'],
  ...['PROFILES_DIR', 'QUIET', 'REQUIRE_SQL_HEADER_IN_TEST_CONFIGS', 'SEND_ANONYMOUS_USAGE_STATS'],
  ...['STATIC_PARSER', 'STORE_FAILURES', 'TARGET_PATH', 'USE_COLORS', 'USE_EXPERIMENTAL_PARSER'],
  ...['VERSION_CHECK', 'WARN_ERROR', 'WARN_ERROR_OPTIONS', 'WHICH', 'WRITE_JSON'],
]

/** `flags` in templates. */
export const flags: NameBuilder = ({ invocation, onRead }) => {
  const shown: Record<string, Json> = {}
  for (const name of SHOWN) shown[name] = invocation.flags[name] ?? null
  onRead?.('flags', '', JSON.stringify(invocation.flags))
  return fromJs(shown)
}
