import type { OptionTable, Values } from './spec.ts'

const levels = ['debug', 'info', 'warn', 'error', 'none'] as const
const formats = ['text', 'debug', 'json', 'default'] as const

/** Options of every command, before or after its name. */
export const globalOptions = {
  projectDir: {
    kind: 'text',
    value: '<folder>',
    help: 'project folder; else this folder or the nearest one above with a project file',
  },
  profilesDir: { kind: 'text', value: '<folder>', help: 'folder of profiles.yml' },
  profile: {
    kind: 'text',
    value: '<name>',
    help: 'profile to use instead of the one that the project names',
  },
  target: { kind: 'text', short: 't', value: '<name>', help: 'output of the profile to use' },
  targetPath: { kind: 'text', value: '<folder>', help: 'folder for what btn writes (target)' },
  threads: {
    kind: 'number',
    value: '<n>',
    least: 1,
    hasVariable: false,
    help: 'how many nodes may run at once',
  },
  vars: {
    kind: 'text',
    value: '<yaml>',
    hasVariable: false,
    help: "variables for the project: '{name: value}'",
  },
  failFast: { kind: 'boolean', short: 'x', help: 'stop at the first failure' },
  warnError: { kind: 'boolean', hasOpposite: false, help: 'take every warning for an error' },
  warnErrorOptions: {
    kind: 'text',
    value: '<yaml>',
    help: "which warnings are errors, stay or are silenced: '{error: all, silence: [NoNodesSelected]}'",
  },
  partialParse: { kind: 'boolean', help: 'reuse what was parsed before (on by default)' },
  writeJson: { kind: 'boolean', help: 'write manifest.json and run_results.json (on by default)' },
  quiet: { kind: 'boolean', short: 'q', help: 'print errors and print() only' },
  debug: { kind: 'boolean', short: 'd', help: 'print everything, with starts of nodes' },
  print: { kind: 'boolean', help: 'show what templates print() (on by default)' },
  useColors: {
    kind: 'boolean',
    help: 'colours; by default when the output is a terminal and NO_COLOR is not set',
  },
  printerWidth: { kind: 'number', value: '<columns>', help: 'width of the lines of nodes (80)' },
  logFormat: { kind: 'choice', value: '<format>', choices: formats, help: 'form of the output' },
  logLevel: {
    kind: 'choice',
    value: '<level>',
    choices: levels,
    help: 'least important messages to print (info)',
  },
  logPath: { kind: 'text', value: '<folder>', help: 'folder of the log file (logs)' },
  logFormatFile: {
    kind: 'choice',
    value: '<format>',
    choices: formats,
    help: 'form of the log file (debug)',
  },
  logLevelFile: {
    kind: 'choice',
    value: '<level>',
    choices: levels,
    help: 'least important messages of the log file (debug)',
  },
  logFileMaxBytes: {
    kind: 'number',
    value: '<bytes>',
    help: 'size at which a new log file is begun (10 MiB); 0 for never',
  },
  maximumSeedSizeMib: {
    kind: 'number',
    value: '<MiB>',
    help: 'seeds above this size are known by path, not by content (1)',
  },
  useColorsFile: { kind: 'boolean', support: 'accepted', help: 'the log file has no colours' },
  cacheSelectedOnly: {
    kind: 'boolean',
    support: 'accepted',
    help: 'the catalogue is read in one query anyway',
  },
  populateCache: {
    kind: 'boolean',
    support: 'accepted',
    help: 'the catalogue is read in one query anyway',
  },
  hintsEnabled: { kind: 'boolean', support: 'accepted', help: 'hints are part of each message' },
  logCacheEvents: { kind: 'boolean', support: 'accepted', help: 'there are no such events' },
  sendAnonymousUsageStats: { kind: 'boolean', support: 'accepted', help: 'btn sends nothing' },
  uploadToArtifactsIngestApi: { kind: 'boolean', support: 'accepted', help: 'btn sends nothing' },
  staticParser: { kind: 'boolean', support: 'accepted', help: 'there is one parser' },
  useExperimentalParser: { kind: 'boolean', support: 'accepted', help: 'there is one parser' },
  useV2Parser: { kind: 'boolean', support: 'accepted', help: 'there is one parser' },
  v2Parser: {
    kind: 'text',
    value: '<command>',
    support: 'accepted',
    help: 'there is one parser',
  },
  useFastTestEdges: {
    kind: 'boolean',
    support: 'accepted',
    help: 'edges of tests are always fast',
  },
  versionCheck: {
    kind: 'boolean',
    help: 'refuse to go on where require-dbt-version leaves out the dbt that btn is like (yes)',
  },
  showAllDeprecations: {
    kind: 'boolean',
    support: 'accepted',
    help: 'every deprecation is shown at its line anyway',
  },
  snowflakeProjectsOtel: { kind: 'boolean', support: 'accepted', help: 'for another database' },
  showResourceReport: { kind: 'boolean', help: 'say at the end what time and memory it took' },
  macroDebugging: {
    kind: 'boolean',
    support: 'accepted',
    help: 'mistakes in macros are shown at their lines anyway',
  },
  recordTimingInfo: {
    kind: 'text',
    short: 'r',
    value: '<file>',
    hasVariable: false,
    help: 'write a CPU profile that browsers and editors open',
  },
  partialParseFilePath: {
    kind: 'text',
    value: '<file>',
    help: 'where parsed files are kept (target/btn_parse.json)',
  },
  partialParseFileDiff: {
    kind: 'boolean',
    support: 'accepted',
    help: 'changes are always found by content',
  },
  manageState: { kind: 'boolean', support: 'accepted', help: 'target/ is all the state there is' },
  state: {
    kind: 'text',
    value: '<folder>',
    help: 'artifacts of an earlier run, for state: and result: in selections',
  },
  defer: {
    kind: 'boolean',
    help: 'take what is missing in the target from the run that --state names',
  },
  deferState: {
    kind: 'text',
    value: '<folder>',
    help: 'artifacts to defer to, where they are not those of --state',
  },
  favorState: {
    kind: 'boolean',
    help: 'with --defer: prefer the earlier run for all that is not selected',
  },
} as const satisfies OptionTable

export type GlobalValues = Values<typeof globalOptions>
