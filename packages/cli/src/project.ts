import { duckdbAdapter } from '@btn/adapter-duckdb'
import type { Adapter } from '@btn/adapter'

// The one door to core, and the choice of adapters. Commands import this file when they run, so that help and version need none of it.
export {
  AuditLog,
  checkNewPackage,
  compileProject,
  createDeferral,
  createPlan,
  createRealHost,
  createRuntime,
  deferForeignKeys,
  createScrub,
  createSeverityFilter,
  describePlan,
  formatInstant,
  HostError,
  installDependencies,
  isObject,
  listNodes,
  loadProject,
  needsAudit,
  normalizeSelectors,
  openFileLog,
  openReport,
  readMetadataEnv,
  planCatalog,
  planMacro,
  planSql,
  profileFromTemplate,
  projectFromDbt,
  readNewPackage,
  readEarlierManifest,
  readSettingsText,
  readPreviousRun,
  readState,
  readWarnErrorOptions,
  run,
  selectNodes,
  setYamlKey,
  UnansweredError,
  WorldError,
  type Compiled,
  type DepsEvent,
  type FileLog,
  type FileLogOptions,
  type Host,
  type LoadOptions,
  type PreviousRun,
  type PreviousState,
  type PackageWorld,
  type Project,
  type Report,
  type RunOutcome,
  type Selection,
} from '@btn/core'

const adapters: readonly Adapter[] = [duckdbAdapter]

export const adapterTypes: readonly string[] = adapters.map((it) => it.type)

export function findAdapter(type: string): Adapter | undefined {
  return adapters.find((it) => it.type === type)
}
