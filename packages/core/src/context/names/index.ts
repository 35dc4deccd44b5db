import { fromJs, type Value } from '@btn/jinja'
import { toValue } from '../../yaml/index.ts'
import type { NameBuilder } from '../context.ts'
import { DBT_VERSION } from '../../dbt-version.ts'
import { adapter } from './adapter.ts'
import { btnAudit } from './btn-audit.ts'
import { config } from './config.ts'
import * as data from './data.ts'
import { envVar } from './env-var.ts'
import { exceptions } from './exceptions.ts'
import { adapterMacro, macroStack } from './frames.ts'
import { flags } from './flags.ts'
import { functionName } from './function.ts'
import { log, print } from './log.ts'
import { metric } from './metric.ts'
import { modules } from './modules.ts'
import * as node from './node.ts'
import { ref } from './ref.ts'
import { loadResult, storeRawResult, storeResult } from './results.ts'
import { runEnd } from './run-end.ts'
import { submitPythonJob } from './python-job.ts'
import { loadAgateTable } from './seed.ts'
import { source } from './source.ts'
import * as template from './template.ts'
import { variable } from './var.ts'
import { toTimestamp } from '../values/sql-value.ts'

function reading(kind: 'target' | 'args' | 'now', make: NameBuilder): NameBuilder {
  return (context) => {
    context.onRead?.(kind, '', kind === 'args' ? JSON.stringify(context.invocation.args) : null)
    return make(context)
  }
}

/** Every name that a template finds besides macros and Jinja's own. One builder each; made when first looked up. */
export const names: Readonly<Record<string, NameBuilder>> = {
  _sql_results: node.storedResults,
  adapter,
  adapter_macro: adapterMacro,
  api: node.api,
  btn_audit: btnAudit,
  builtins: template.builtins(() => names),
  column: node.column,
  compiled_code: node.compiledCode,
  config,
  context: template.wholeContext(() => names),
  context_macro_stack: macroStack,
  database: node.defaultDatabase,
  database_schemas: runEnd('database_schemas'),
  dbt_metadata_envs: ({ invocation }) => fromJs(metadataEnvironment(invocation.environment)),
  dbt_version: () => DBT_VERSION,
  debug: template.debug,
  defer_relation: node.deferRelation,
  diff_of_two_dicts: data.diffOfTwoDicts,
  doc: node.doc,
  env: reading('target', ({ invocation }) => fromJs(invocation.target)),
  env_var: envVar,
  exceptions,
  execute: ({ mode }) => mode.kind === 'run',
  flags,
  fromjson: data.fromjson,
  fromyaml: data.fromyaml,
  function: functionName,
  graph: node.graph,
  invocation_args_dict: reading('args', ({ invocation }) => toValue(invocation.args)),
  invocation_id: reading('now', ({ invocation }) => invocation.id),
  load_agate_table: loadAgateTable,
  submit_python_job: submitPythonJob,
  load_result: loadResult,
  local_md5: data.localMd5,
  log,
  metric,
  model: node.model,
  modules,
  otel_span_id: node.noTrace('otel_span_id', 16),
  otel_trace_id: node.noTrace('otel_trace_id', 32),
  post_hooks: node.hooksOf('post-hook'),
  pre_hooks: node.hooksOf('pre-hook'),
  print,
  project_name: ({ invocation }) => invocation.rootPackage,
  ref,
  render: template.renderText,
  results: runEnd('results'),
  run_started_at: reading('now', ({ invocation }) => toTimestamp(invocation.startedAt)),
  schema: node.defaultSchema,
  schemas: runEnd('schemas'),
  selected_resources: node.selectedResources,
  set: data.set,
  set_strict: data.setStrict,
  source,
  sql: node.compiledCode,
  // The database's own word for now.
  sql_now: () => 'now()',
  store_raw_result: storeRawResult,
  store_result: storeResult,
  target: reading('target', ({ invocation }) => fromJs(invocation.target)),
  this: node.self,
  thread_id: ({ mode }): Value => (mode.kind === 'run' ? mode.session.threadId : 'MainThread'),
  tojson: data.tojson,
  toyaml: data.toyaml,
  try_or_compiler_error: template.tryOrCompilerError,
  validation: template.validation,
  var: variable,
  write: template.write,
  zip: data.zip,
  zip_strict: data.zipStrict,
}

const METADATA_PREFIXES = ['DBT_ENV_CUSTOM_ENV_', 'BTN_ENV_CUSTOM_ENV_']

/** Variables whose names say that they belong in the artifacts, without the prefix. */
export function metadataEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    const prefix = METADATA_PREFIXES.find((candidate) => name.startsWith(candidate))
    if (prefix !== undefined && value !== undefined) found[name.slice(prefix.length)] = value
  }
  return found
}
