import { duckdbAdapter } from '@btn/adapter-duckdb'
import type { Adapter } from '@btn/adapter'

// The one door to core, and the choice of adapters. Commands import this file when they run, so that help and version need none of it.
export {
  compileProject,
  createDeferral,
  createPlan,
  createRealHost,
  deferForeignKeys,
  createScrub,
  createSeverityFilter,
  describePlan,
  findDefaultSelector,
  formatInstant,
  HostError,
  isObject,
  listNodes,
  loadProject,
  normalizeSelectors,
  openFileLog,
  openReport,
  readMetadataEnv,
  planCatalog,
  planMacro,
  planSql,
  readEarlierManifest,
  findNamelessVars,
  readSettingsText,
  readPreviousRun,
  readState,
  readWarnErrorOptions,
  selectNodes,
  type Compiled,
  type FileLog,
  type FileLogOptions,
  type Host,
  type LoadOptions,
  type PreviousRun,
  type PreviousState,
  type Project,
  type Report,
  type Selection,
} from '@btn/core'

const adapters: readonly Adapter[] = [duckdbAdapter]

export const adapterTypes: readonly string[] = adapters.map((it) => it.type)

export function findAdapter(type: string): Adapter | undefined {
  return adapters.find((it) => it.type === type)
}
