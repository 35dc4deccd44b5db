export { AuditLog, needsAudit } from './audit/index.ts'
export { compileProject, loadProject, type Compiled } from './compile.ts'
export { createRuntime, type RuntimeOptions } from './context/create-runtime.ts'
export {
  checkNewPackage,
  installDependencies,
  readNewPackage,
  WorldError,
  type DepsEvent,
  type PackageWorld,
} from './deps/index.ts'
export { DBT_VERSION } from './dbt-version.ts'
export { formatInstant } from './intervals/index.ts'
export { HostError, type Host } from './host.ts'
export { profileFromTemplate, UnansweredError } from './migrate/profile-template.ts'
export { projectFromDbt } from './migrate/project-from-dbt.ts'
export { setYamlKey } from './yaml/index.ts'
export { MemoryHost } from './memory-host.ts'
export {
  createPlan,
  describePlan,
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
export { toPythonText } from './names/python-text.ts'
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
export { run, type RunFlags, type RunOutcome } from './5-run/index.ts'
export { createDeferral } from './state/create-deferral.ts'
export { deferForeignKeys } from './state/defer-foreign-keys.ts'
export { readEarlierManifest, readState, type PreviousState } from './state/previous-state.ts'
export { createSeverityFilter } from './1-load/warnings.ts'
export { readWarnErrorOptions } from './1-load/warn-error-options.ts'
export { readSettingsText } from './1-load/read-file.ts'
export { isObject } from './types/json.ts'
