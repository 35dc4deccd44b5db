// The door for every command: a project is loaded, understood, selected from. What runs, installs or moves projects has doors of
// its own, so that a command loads only what it uses.
export { compileProject, loadProject, type Compiled } from './compile.ts'
export { DBT_VERSION } from './dbt-version.ts'
export { formatInstant } from './intervals/index.ts'
export { HostError, type Host } from './host.ts'
export { MemoryHost } from './memory-host.ts'
export {
  createPlan,
  describePlan,
  findDefaultSelector,
  listNodes,
  normalizeSelectors,
  planCatalog,
  planMacro,
  planSql,
  readPreviousRun,
  selectNodes,
  type PreviousRun,
  type Selection,
} from './4-plan/index.ts'
export type { Flags, FlagName } from './1-load/flags-table.ts'
export type { LoadOptions } from './1-load/options.ts'
export type { Project } from './1-load/project.ts'
export type * from './types/index.ts'
export { testedName } from './unit-tests/names.ts'
export { escapePattern } from './names/escape-pattern.ts'
export { toPythonText } from './names/python-text.ts'
export { toPythonJson } from './python-json.ts'
export { createRealHost } from './real-host.ts'
export {
  createScrub,
  openFileLog,
  openReport,
  readMetadataEnv,
  type FileLog,
  type FileLogOptions,
  type Report,
} from './6-report/index.ts'
export { createDeferral } from './state/create-deferral.ts'
export { deferForeignKeys } from './state/defer-foreign-keys.ts'
export { readEarlierManifest, readState, type PreviousState } from './state/previous-state.ts'
export { createSeverityFilter } from './1-load/warnings.ts'
export { readWarnErrorOptions } from './1-load/warn-error-options.ts'
export { readSettingsText } from './1-load/read-file.ts'
export { findNamelessVars } from './1-load/vars-keys.ts'
export { isObject, listOf, objectOf } from './types/json.ts'
