import { createHash } from 'node:crypto'
import type { Diagnostic, Outcome } from '@btn/diagnostics'
import type { FileKind, Project, ProjectFile } from '../1-load/index.ts'
import type { Context, Invocation } from '../context/context.ts'
import { createInvocation, type InvocationOptions } from '../context/invocation.ts'
import type { Host } from '../host.ts'
import { INLINE } from '../inline.ts'
import { readMacroFile, type MacroEntry } from '../macros/macro-file.ts'
import type { Json } from '../types/index.ts'
import { isPythonFile } from '../python/is-python.ts'
import { readFixture } from './fixtures.ts'
import { parseGenericTests } from './generic-tests.ts'
import { currentValues } from './current-values.ts'
import { createAsksOf, createRegistry } from './macro-files.ts'
import { ParseMemo, type CurrentValue } from './memo.ts'
import { parseCode, type CodeKind } from './parse-code.ts'
import { parseDocs } from './parse-docs.ts'
import { parseMonitors } from './parse-monitors.ts'
import { parseHooks } from './parse-hooks.ts'
import { parsePython } from './parse-python.ts'
import { isReportTemplate, parseReport } from './parse-report.ts'
import { parseSeed } from './parse-seed.ts'
import {
  type Parsed,
  type ParsedCode,
  type ParsedDocs,
  type ParsedFixture,
  type ParsedInline,
  type ParsedReport,
  type ParsedMonitor,
  type ParsedSeed,
  type ParsedSnapshot,
  type ParsedTest,
} from './parsed.ts'
import { parseRelations, parseSnapshots } from './parse-snapshots.ts'
import { readProperties, type PropertiesFile } from './properties/index.ts'
import { packProperties, unpackProperties, type ParsedProperties } from './packed-properties.ts'
import { checkAnchors, checkTemplates } from './strict.ts'
import { propertiesScope } from '../context/properties-scope.ts'

export type * from './parsed.ts'

export interface ParseOptions extends Omit<InvocationOptions, 'macros'> {
  readonly host: Host
  /** SQL of the command line, parsed as if it were a file of the project. */
  readonly inline?: string | undefined
}

export interface ParseResult extends Parsed {
  readonly invocation: Invocation
  /** Stands for the files and everything that was read while they were parsed; undefined where a file is read anew each time. */
  readonly basis: string | undefined
  /** What of the database a macro's own text asks; undefined when nothing. */
  asksOf(macro: string): string | undefined
}

/** Phase 2: every file on its own, as far as it can be understood without the others. */
export function parse(project: Project, options: ParseOptions): Outcome<ParseResult> {
  return new Parsing(project, options).run()
}

type PerFile<T> = Map<ProjectFile, T>

class Parsing {
  readonly #project: Project
  readonly #options: ParseOptions
  readonly #memo: ParseMemo
  readonly #diagnostics: Diagnostic[] = []

  constructor(project: Project, options: ParseOptions) {
    this.#project = project
    this.#options = options
    this.#memo = new ParseMemo(options.host, {
      path: project.parseCachePath,
      version: options.version,
      fingerprint: fingerprint(project),
      isReadable: project.flags.partial_parse,
      spanOf: (place) => project.sources.spanOf(place),
    })
  }

  run(): Outcome<ParseResult> {
    const macroEntries = this.#readMacros()
    const macros = this.#keep(createRegistry(this.#project, macroEntries))
    const invocation = createInvocation(this.#project, { ...this.#options, macros })
    const current = currentValues(invocation)
    const value = {
      invocation,
      macros,
      macroEntries,
      models: this.#codes('model', invocation, current),
      analyses: this.#codes('analysis', invocation, current),
      singularTests: this.#codes('singular-test', invocation, current),
      functions: this.#codes('function', invocation, current),
      seeds: this.#each('seed', (file) => this.#seed(file, current)),
      snapshots: this.#each('snapshot', (file) => this.#snapshots(file, invocation, current)),
      docs: this.#each('docs', (file) => this.#docs(file, current)),
      osi: this.#each('osi', (file) => this.#project.sources.read(file.file).value?.text),
      fixtures: this.#each('fixture', (file) => this.#fixture(file, current)),
      ...this.#described(invocation, current),
      hooks: this.#keep(parseHooks(this.#project, invocation)),
      ...this.#inline(invocation),
      asksOf: createAsksOf(macroEntries),
    }
    if (this.#project.flags.strict) {
      this.#diagnostics.push(
        ...checkTemplates(this.#project, macros),
        ...checkAnchors(this.#project),
      )
    }
    this.#memo.save()
    return { value: { ...value, basis: this.#memo.basis() }, diagnostics: this.#diagnostics }
  }

  #keep<T>(outcome: Outcome<T>): T {
    this.#diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }

  *#files(...kinds: readonly FileKind[]): Iterable<ProjectFile> {
    for (const item of this.#project.packages.values()) {
      for (const kind of kinds) yield* item.files[kind]
    }
  }

  #each<T>(kind: FileKind, read: (file: ProjectFile) => T | undefined): PerFile<T> {
    const results: PerFile<T> = new Map()
    for (const file of this.#files(kind)) {
      const value = read(file)
      if (value !== undefined) results.set(file, value)
    }
    return results
  }

  #readMacros(): PerFile<readonly MacroEntry[]> {
    const results: PerFile<readonly MacroEntry[]> = new Map()
    for (const file of this.#files('macro', 'generic-test')) {
      const entries = this.#memo.get(file, 'macros', nothingRead, () => {
        const source = this.#keep(this.#project.sources.read(file.file))
        const name = file.kind === 'macro' ? file.originalPath : undefined
        return source ? readMacroFile(source, name) : { value: [], diagnostics: [] }
      })
      results.set(file, this.#keep(entries))
    }
    return results
  }

  #codes(kind: CodeKind, invocation: Invocation, current: CurrentValue): PerFile<ParsedCode> {
    return this.#each(kind, (file) => {
      const outcome = this.#memo.get<ParsedCode | null>(file, 'code', current, (onRead) => {
        const source = this.#project.sources.read(file.file)
        if (!source.value) return { value: null, diagnostics: source.diagnostics }
        return kind === 'model' && isPythonFile(file.path)
          ? parsePython(file, source.value, invocation, onRead)
          : parseCode(file, kind, source.value, invocation, onRead)
      })
      return this.#keep(outcome) ?? undefined
    })
  }

  /** What properties files say, and the templates of reports, which they name. */
  #described(invocation: Invocation, current: CurrentValue) {
    const read = this.#properties(invocation, current)
    const named = new Set<string>()
    for (const { reports } of read.properties.values()) {
      for (const { template } of reports) if (template) named.add(template.text)
    }
    const reports = this.#each('report', (file) =>
      this.#report(file, named.has(file.originalPath), { invocation, current }),
    )
    return { ...read, reports }
  }

  #report(
    file: ProjectFile,
    isNamed: boolean,
    { invocation, current }: { invocation: Invocation; current: CurrentValue },
  ): ParsedReport | undefined {
    const part = isNamed ? 'named-report' : 'report'
    const outcome = this.#memo.get<ParsedReport | null>(file, part, current, (onRead) => {
      const { value: source, diagnostics } = this.#project.sources.read(file.file)
      if (!source) return { value: null, diagnostics }
      return isNamed || isReportTemplate(source.text)
        ? parseReport(file, source, invocation, onRead)
        : { value: null, diagnostics: [] }
    })
    return this.#keep(outcome) ?? undefined
  }

  /** Properties files with the tests that they ask for. */
  #properties(
    invocation: Invocation,
    current: CurrentValue,
  ): Pick<Parsed, 'properties' | 'genericTests' | 'relationSnapshots' | 'monitors'> {
    const properties: PerFile<PropertiesFile> = new Map()
    const genericTests: PerFile<readonly ParsedTest[]> = new Map()
    const relationSnapshots: PerFile<readonly ParsedSnapshot[]> = new Map()
    const monitors: PerFile<readonly ParsedMonitor[]> = new Map()
    for (const file of this.#files('properties')) {
      const outcome = this.#memo.get(
        file,
        'properties',
        current,
        (onRead) => this.#readProperties(file, invocation, onRead),
        { pack: (it) => it && packProperties(it), unpack: (it) => it && unpackProperties(it) },
      )
      const value = this.#keep(outcome)
      if (!value) continue
      properties.set(file, value.properties)
      genericTests.set(file, value.tests)
      if (value.snapshots.length > 0) relationSnapshots.set(file, value.snapshots)
      if (value.monitors.length > 0) monitors.set(file, value.monitors)
    }
    return { properties, genericTests, relationSnapshots, monitors }
  }

  #readProperties(
    file: ProjectFile,
    invocation: Invocation,
    onRead: Context['onRead'],
  ): Outcome<ParsedProperties | null> {
    const source = this.#project.sources.read(file.file)
    if (!source.value) return { value: null, diagnostics: source.diagnostics }
    const read = readProperties(source.value, {
      scope: propertiesScope(invocation, file.packageName, onRead),
      requiresArguments: this.#project.flags.require_generic_test_arguments_property,
      allowsTestHeaders: this.#project.flags.require_sql_header_in_test_configs,
    })
    const spanOf: Project['sources']['spanOf'] = (place) => this.#project.sources.spanOf(place)
    const context = { file, invocation, onRead, spanOf }
    const tests = parseGenericTests(read.value, context)
    const snapshots = parseRelations(read.value.snapshots, source.value, context)
    const monitors = parseMonitors(read.value.monitors, source.value, context)
    return {
      value: {
        properties: read.value,
        tests: tests.value,
        snapshots: snapshots.value,
        monitors: monitors.value,
      },
      diagnostics: [read, tests, snapshots, monitors].flatMap((it) => it.diagnostics),
    }
  }

  #seed(file: ProjectFile, current: CurrentValue): ParsedSeed {
    return this.#keep(
      this.#memo.get<ParsedSeed>(file, 'seed', current, () => ({
        value: parseSeed(file, this.#project),
        diagnostics: [],
      })),
    )
  }

  #snapshots(
    file: ProjectFile,
    invocation: Invocation,
    current: CurrentValue,
  ): readonly ParsedSnapshot[] {
    return this.#keep(
      this.#memo.get<readonly ParsedSnapshot[]>(file, 'snapshots', current, (onRead) => {
        const source = this.#project.sources.read(file.file)
        if (!source.value) return { value: [], diagnostics: source.diagnostics }
        return parseSnapshots(file, source.value, invocation, onRead)
      }),
    )
  }

  #docs(file: ProjectFile, current: CurrentValue): readonly ParsedDocs[] {
    return this.#keep(
      this.#memo.get<readonly ParsedDocs[]>(file, 'docs', current, () => {
        const source = this.#project.sources.read(file.file)
        if (!source.value) return { value: [], diagnostics: source.diagnostics }
        return parseDocs(source.value)
      }),
    )
  }

  #fixture(file: ProjectFile, current: CurrentValue): ParsedFixture {
    return this.#keep(
      this.#memo.get<ParsedFixture>(file, 'fixture', current, () => {
        const { value: source, diagnostics } = this.#project.sources.read(file.file)
        return { value: readFixture(file, source?.text ?? ''), diagnostics }
      }),
    )
  }

  #inline(invocation: Invocation): { readonly inline?: ParsedInline } {
    const { inline: text } = this.#options
    if (text === undefined) return {}
    const file = {
      file: INLINE,
      path: 'inline_query.sql',
      originalPath: INLINE,
      packageName: this.#project.name,
    }
    const code = this.#keep(
      parseCode(file, 'analysis', { path: INLINE, text }, invocation, undefined),
    )
    return { inline: { text, code } }
  }
}

const nothingRead: CurrentValue = () => null

/** What every result may depend on without saying so: another target or package list starts from nothing. */
function fingerprint(project: Project): string {
  const { name: targetName, context } = project.target ?? { name: '', context: {} }
  const packages = [...project.packages.values()].map((item) => [
    item.name,
    item.version,
    item.root,
    item.dispatch,
  ])
  const parts: Json = [
    project.root,
    project.name,
    project.flags.strict,
    project.flags.require_generic_test_arguments_property,
    project.flags.require_sql_header_in_test_configs,
    targetName,
    context,
    JSON.stringify(packages),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
