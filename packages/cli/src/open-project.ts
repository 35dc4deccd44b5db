import { relative } from 'node:path'
import {
  diagnostic,
  DiagnosticError,
  hasErrors,
  factOf,
  isError,
  type Diagnostic,
  type Outcome,
} from '@btn/diagnostics'
import type { Adapter } from '@btn/adapter'
import type { Command } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { foundStats } from './found-stats.ts'
import { withAsOf } from './with-as-of.ts'
import { toArgs, withoutSecrets } from './invocation-args.ts'
import { givenFlags, readVars } from './load-flags.ts'
import {
  adapterTypes,
  compileProject,
  createRealHost,
  createSeverityFilter,
  findAdapter,
  HostError,
  loadProject,
  openReport,
  type Compiled,
  type Host,
  type Project,
  type Report,
} from './project.ts'
import { strictMistakes } from './strict-mistakes.ts'
import { condenseDeprecations, deprecationsSummary, isDeprecation } from './terminal/condense.ts'
import { beginEntries, completedEntry, varsEntry } from './terminal/command-entries.ts'
import { TargetDatabase } from './target-database.ts'
import { createOutput } from './terminal/create-output.ts'
import { diagnosticEntries } from './terminal/diagnostic-entry.ts'
import { resourceEntry } from './terminal/resource-entry.ts'
import { stopEntries } from './terminal/stop-entries.ts'
import { line } from './terminal/entry.ts'
import { logToFile } from './terminal/log-to-file.ts'
import type { Output } from './terminal/output.ts'
import { btnBuild, btnVersion, dbtVersion } from './version.ts'

/** Commands that look at what loads have left, and are no runs. */
type DataCommand = 'audit' | 'quarantine' | 'contract' | 'pii'

export interface Wish {
  /** dbt's word for the command. */
  readonly which: Command | 'retry' | 'clean' | 'debug' | 'deps' | 'verify-dbt' | DataCommand
  /** The command prints data: everything else goes to the other stream. */
  readonly printsData?: boolean
  /** False for commands that open no database. */
  readonly needsTarget?: boolean
  /** False for commands that look into no package. */
  readonly needsPackages?: boolean
  /** False where variables without a value are no mistake. */
  readonly needsVars?: boolean
  /** What is wrong with the options among themselves: said before a project is looked for. */
  readonly conflict?: Diagnostic | undefined
  /** The command works with mistakes in the settings, too, and tells them itself. */
  readonly goesOn?: boolean
}

/** A project that was loaded, and where to tell what happens with it. */
export interface Opened {
  readonly call: Call
  readonly which: Wish['which']
  readonly host: Host
  readonly output: Output
  readonly project: Project
  /** Undefined without a target. */
  readonly adapter: Adapter | undefined
  readonly target: TargetDatabase
  readonly invocationId: string
  readonly report: Report
  /** What is wrong with the settings. */
  readonly mistakes: readonly Diagnostic[]
  /**
   * Tells mistakes, those that the user wants silenced left out; true when errors are among them: then the command stops, and ends
   * with code 2, as dbt does for everything that is wrong outside of a node.
   */
  tell(diagnostics: readonly Diagnostic[]): boolean
  /** Takes note of what a run warned of; false for a deprecation that was told before and need not be again. */
  meet(warning: Diagnostic): boolean
}

/** Loads the project that a command works on, and hands it to the work. */
export async function withProject(
  call: Call,
  wish: Wish,
  work: (opened: Opened) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { session } = call
  const host = createRealHost(session.environment)
  const invocationId = host.newId()
  const printsData = wish.printsData ?? false
  const telling = { session, invocationId, printsData }
  const early = createOutput(call.options, telling)
  const opening = line('MainReportVersion', 'A001', `Running with btn=${btnVersion}`, versions)
  if (!call.again) early.tell(opening)
  const loaded = load(call, wish, host)
  const project = loaded.value
  const stopCode = wish.which === 'debug' ? 1 : 2
  if (!project) {
    early.tell(...stopEntries(loaded.diagnostics))
    return stopCode
  }
  const { environment } = project
  session.caller?.tellProject(invocationId, project.targetPath)
  const output = createOutput(
    { ...toWish(project), ...call.options },
    { ...telling, environment, vars: project.cliVars },
  )
  const { options } = call
  const log = logToFile(output, { project, host, invocationId, options }, [opening])
  const told: Diagnostic[] = []
  const { diagnostics: mistakes } = loaded
  const opened = toOpened({ call, wish, host, output, project, invocationId, told, mistakes })
  let exit: ExitCode = stopCode
  try {
    if (!call.again) output.tell(...beginEntries(toArgs(project, call, wish.which), project))
    if (!wish.goesOn && opened.tell(mistakes)) return stopCode
    const code = await work(opened)
    exit = hasErrors(told) && !wish.goesOn ? stopCode : code
    return exit
  } catch (error) {
    const diagnostics = toDiagnostics(error, project)
    if (!diagnostics) throw error
    opened.tell(diagnostics)
    return stopCode
  } finally {
    await opened.target.abandon()
    const { startedAt } = session
    const isShown = project.flags.show_resource_report
    const ended = { command: wish.which, isSuccess: exit === 0, startedAt }
    const deprecated = deprecationsSummary(told, project.flags.show_all_deprecations)
    output.tell(...deprecated, resourceEntry({ ...ended, isShown }), completedEntry(ended))
    log?.flush()
  }
}

/** The user's mistakes among what was thrown; undefined for faults of btn. */
export function toDiagnostics(
  error: unknown,
  { root }: Project,
): readonly Diagnostic[] | undefined {
  if (error instanceof DiagnosticError) return error.diagnostics
  if (!(error instanceof HostError)) return undefined
  const inside = relative(root, error.path)
  const path = inside.startsWith('..') ? error.path : inside
  return [diagnostic('file-not-written', { path, problem: error.message })]
}

const versions = { version: btnVersion, dbt_version: dbtVersion, log_version: 3 }

function load(call: Call, wish: Wish, host: Host): Outcome<Project | undefined> {
  if (wish.conflict) return { value: undefined, diagnostics: [wish.conflict] }
  const vars = readVars(call.options.vars)
  const flags = givenFlags(call)
  const faults = [...vars.diagnostics, ...flags.diagnostics]
  if (hasErrors(faults)) return { value: undefined, diagnostics: faults }
  const { threads } = call.options
  const loaded = loadProject(host, {
    workingDirectory: call.session.workingDirectory,
    flags: flags.value,
    vars: withAsOf(vars.value, call),
    ...(threads !== undefined && { threads }),
    findAdapter,
    adapterTypes,
    needsTarget: wish.needsTarget ?? true,
    needsPackages: wish.needsPackages ?? true,
    needsVars: wish.needsVars ?? true,
  })
  const { value: project } = loaded
  const strict = project ? strictMistakes(call, project) : []
  const ofOptions = strict.length > 0 ? strict : oldOptions(call)
  return { value: project, diagnostics: [...faults, ...loaded.diagnostics, ...ofOptions] }
}

/** dbt's own former names of `--select`, as they stand on the command line. */
function oldOptions({ session }: Call): readonly Diagnostic[] {
  const isOld = session.words.some((word) => ['-m', '--model', '--models'].includes(word))
  return isOld ? [diagnostic('option-models-old', {})] : []
}

/** How the project itself wants things to be told; what the command line says comes before. */
function toWish({ flags }: Project) {
  return {
    debug: flags.debug,
    logFormat: flags.log_format,
    logLevel: flags.log_level,
    print: flags.print,
    printerWidth: flags.printer_width,
    quiet: flags.quiet,
    ...(flags.use_colors ? {} : { useColors: false }),
  }
}

interface Parts extends Omit<Opened, 'meet' | 'tell' | 'which' | 'adapter' | 'target' | 'report'> {
  readonly wish: Wish
  /** Gathers what is told. */
  readonly told: Diagnostic[]
}

function toOpened({ wish, told: all, ...parts }: Parts): Opened {
  const { host, output, project, invocationId, call } = parts
  const filter = createSeverityFilter(project.flags)
  const { quoting } = project.rootPackage
  const report = openReport(host, {
    targetFolder: project.targetPath,
    environment: project.environment,
    invocation: {
      id: invocationId,
      startedAt: call.session.startedAt,
      dbtVersion,
      btnVersion,
      btnBuild,
      args: withoutSecrets(toArgs(project, call, wish.which), project),
      quoting: { ...quoting },
    },
  })
  const adapter = project.target && findAdapter(project.target.credentials.type)
  return {
    ...parts,
    which: wish.which,
    adapter,
    target: new TargetDatabase(project, adapter),
    report,
    meet(warning) {
      const isKnown = all.some(({ code }) => code === warning.code)
      all.push(warning)
      return !isKnown || !isDeprecation(warning) || project.flags.show_all_deprecations
    },
    tell(diagnostics) {
      const told = diagnostics.flatMap((item) => filter(item) ?? [])
      all.push(...told)
      const shown = project.flags.show_all_deprecations ? told : condenseDeprecations(told)
      output.tell(...(hasErrors(told) ? stopEntries(shown) : diagnosticEntries(shown)))
      return hasErrors(told)
    },
  }
}

/** The same project, understood: every file read and linked. Undefined when mistakes (told already) stand in the way. */
export function compile(opened: Opened, inline?: string): Compiled | undefined {
  const { project, adapter, host, call, which, invocationId } = opened
  if (!adapter) throw new Error(`${which} was started without a target`)
  const compiled = compileProject(project, {
    host,
    adapter,
    version: `${btnVersion} ${btnBuild}`,
    id: invocationId,
    startedAt: call.session.startedAt,
    which,
    args: toArgs(project, call, which),
    ...(inline !== undefined && { inline }),
  })
  const found = which === 'parse' ? compiled.diagnostics.map(asOfParse) : compiled.diagnostics
  if (opened.tell(withInlineFault(found))) return undefined
  call.session.caller?.tellCompiled()
  opened.output.tell(varsEntry(project))
  const stats = foundStats(compiled.value.linked.manifest)
  opened.output.tell(line('FoundStats', 'W006', `Found ${stats}`, { stat_line: stats }))
  return compiled.value
}

/** As in dbt, `parse` does not ask in which order nodes can be built: it reads a project with a cycle. */
function asOfParse(item: Diagnostic): Diagnostic {
  return item.code === 'dependency-cycle' ? { ...item, severity: 'warning' } : item
}

/** Where the query of the command line is at fault, that is said first. */
function withInlineFault(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const fault = diagnostics.find((it) => isError(it) && it.span?.source.path === '--inline')
  if (!fault) return diagnostics
  return [diagnostic('inline-query', { why: factOf(fault) ?? fault.message }), ...diagnostics]
}
