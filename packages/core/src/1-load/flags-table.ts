/** One flag: its type and default, and where else it may be set. */
interface FlagSpec<T> {
  readonly default: T
  /** Words allowed, for flags that are one of several. */
  readonly choices?: readonly string[]
  /** False for what only `flags:` of the project can set. */
  readonly isGlobal: boolean
  /** True for options of some commands, which read them themselves, the environment included. */
  readonly isOfCommand?: boolean
}

const yes = { default: true as boolean, isGlobal: true }
const no = { default: false as boolean, isGlobal: true }
const text = { default: undefined as string | undefined, isGlobal: true }
const count = (value: number): FlagSpec<number> => ({ default: value, isGlobal: true })
const choice = <T extends string>(value: T, choices: readonly T[]): FlagSpec<T> => ({
  default: value,
  choices,
  isGlobal: true,
})
const ofCommand = <T>(value: T): FlagSpec<T> => ({
  default: value,
  isGlobal: false,
  isOfCommand: true,
})
const behaviourOn = { default: true as boolean, isGlobal: false }
const behaviourOff = { default: false as boolean, isGlobal: false }

type LogFormat = 'text' | 'debug' | 'json' | 'default'
type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'none'
type IndirectSelection = 'eager' | 'cautious' | 'buildable' | 'empty'
const logFormats: readonly LogFormat[] = ['text', 'debug', 'json', 'default']
const logLevels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'none']
const indirectSelections: readonly IndirectSelection[] = ['eager', 'cautious', 'buildable', 'empty']

/** Every flag by its name in `flags:`; in the environment `BTN_<NAME>` or `DBT_<NAME>`, in templates `flags.<NAME>`. */
export const flagTable = {
  audit: behaviourOff,
  one_scan_tests: behaviourOff,
  cache_selected_only: no,
  debug: no,
  defer: no,
  defer_state: text,
  empty: ofCommand<boolean>(false),
  event_time_end: ofCommand<string | undefined>(undefined),
  event_time_start: ofCommand<string | undefined>(undefined),
  fail_fast: no,
  favor_state: no,
  full_refresh: no,
  hints_enabled: yes,
  indirect_selection: choice<IndirectSelection>('eager', indirectSelections),
  introspect: yes,
  log_cache_events: no,
  log_file_max_bytes: count(10 * 1024 * 1024),
  log_format: choice<LogFormat>('default', logFormats),
  log_format_file: choice<LogFormat>('debug', logFormats),
  log_level: choice<LogLevel>('info', logLevels),
  log_level_file: choice<LogLevel>('debug', logLevels),
  log_path: text,
  macro_debugging: no,
  manage_state: no,
  maximum_seed_size_mib: count(1),
  partial_parse: yes,
  partial_parse_file_path: text,
  populate_cache: yes,
  print: yes,
  printer_width: count(80),
  profile: text,
  profiles_dir: text,
  project_dir: text,
  quiet: no,
  sample: ofCommand<string | undefined>(undefined),
  sample_failures: yes,
  send_anonymous_usage_stats: yes,
  show_all_deprecations: no,
  show_resource_report: no,
  single_threaded: no,
  state: text,
  static_parser: yes,
  store_failures: no,
  strict: no,
  target: text,
  target_path: text,
  use_colors: yes,
  use_colors_file: yes,
  use_experimental_parser: no,
  use_fast_test_edges: no,
  version_check: yes,
  warn_error: no,
  write_json: yes,

  require_all_warnings_handled_by_warn_error: behaviourOn,
  require_batched_execution_for_custom_microbatch_strategy: behaviourOn,
  require_explicit_package_overrides_for_builtin_materializations: behaviourOn,
  require_generic_test_arguments_property: behaviourOn,
  require_nested_cumulative_type_params: behaviourOn,
  require_resource_names_without_spaces: behaviourOn,
  require_yaml_configuration_for_mf_time_spines: behaviourOn,
  skip_nodes_if_on_run_start_fails: behaviourOn,
  source_freshness_run_project_hooks: behaviourOn,
  state_modified_compare_more_unrendered_values: behaviourOn,
  validate_macro_args: behaviourOn,

  allow_jinja_file_extensions: behaviourOff,
  enable_grouped_warn_error_parser_logs: behaviourOff,
  latest_version_pointer_enabled_by_default: behaviourOff,
  require_corrected_analysis_fqns: behaviourOff,
  require_event_names_in_deprecations: behaviourOff,
  require_ref_searches_node_package_before_root: behaviourOff,
  require_source_and_semantic_model_names_without_spaces: behaviourOff,
  require_sql_header_in_test_configs: behaviourOff,
  require_unique_project_resource_names: behaviourOff,
  require_valid_schema_from_generate_schema_name: behaviourOff,
  state_modified_compare_vars: behaviourOff,
  support_custom_ref_kwargs: behaviourOff,
  use_catalogs_v2: behaviourOff,
} satisfies Record<string, FlagSpec<unknown>>

type FlagTable = typeof flagTable
export type FlagName = keyof FlagTable

/** Which warnings become errors or fall silent, by dbt's event name or btn's code; `all`, `*` and `Deprecations` as groups. */
export interface WarnErrorOptions {
  readonly error: readonly string[]
  readonly warn: readonly string[]
  readonly silence: readonly string[]
}

/** The flags in force: command line, then environment, then the project's `flags:`, then the default. */
export type Flags = { readonly [K in FlagName]: FlagTable[K]['default'] } & {
  readonly warn_error_options: WarnErrorOptions
}
