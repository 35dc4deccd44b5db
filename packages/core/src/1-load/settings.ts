import { diagnostic, span, type Diagnostic, type Outcome, type Span } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import type { JsonObject } from '../types/index.ts'
import { hasTemplate, keyPlaceOf, placeOf, renderTree, validate, type Path } from '../yaml/index.ts'
import { asInDbt, checkDbtForm } from './check-dbt-form.ts'
import { checkTreeKeys } from './check-tree-keys.ts'
import { checkVersion } from './check-version.ts'
import type { ConfigTree, ConfigTreeKey, Package } from './project.ts'
import { Findings, placed, type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'
import { reservedNames } from './reserved-names.ts'
import { findNamelessVars } from './vars-keys.ts'
import { readDispatch, readHooks, readQueryComment, readQuoting } from './settings-parts.ts'

export interface SettingsRequest {
  readonly file: SettingsFile
  readonly form: 'btn' | 'dbt'
  /** Absolute root of the package. */
  readonly root: string
  readonly isRoot: boolean
  readonly scope: Scope
  /** `vars:` of vars.yml, when the package has such a file. */
  readonly varsFile: SettingsFile | undefined
  readonly checksVersion: boolean
  /** What is wrong with the file already: it is not said twice. */
  readonly earlier: readonly Diagnostic[]
}

/** What a project file says, before its files are listed. */
export interface Settings extends Omit<Package, 'files'> {
  readonly targetPath: string | undefined
  readonly logPath: string | undefined
  readonly packagesInstallPath: string | undefined
  readonly cleanTargets: readonly string[] | undefined
  /** What `docs generate` copies. */
  readonly assetPaths: readonly string[]
}

/** Reads `project.yml` or `dbt_project.yml`; undefined when it has no usable name. */
export function readSettings(request: SettingsRequest): Outcome<Settings | undefined> {
  return new SettingsReader(request).read()
}

const lateKeys = new Set([
  'on-run-start',
  'on-run-end',
  'query-comment',
  'vars',
  'outputs',
  'target',
  'name',
])
const treesWithHooks = new Set(['seeds', 'models', 'snapshots', 'tests', 'data_tests'])
const hookKeys = new Set(['pre-hook', 'post-hook', 'pre_hook', 'post_hook'])

/** Hooks, variables and the query comment are templates of another time. */
function isRenderedNow(path: Path): boolean {
  const [first] = path
  if (lateKeys.has(String(first))) return false
  if (!treesWithHooks.has(String(first))) return true
  return !path.some((step) => hookKeys.has(String(step).replace(/^[+ ]+/, '')))
}

class SettingsReader {
  readonly #request: SettingsRequest
  readonly #file: SettingsFile
  readonly #findings = new Findings()
  #value: JsonObject = {}

  constructor(request: SettingsRequest) {
    this.#request = request
    this.#file = request.file
  }

  read(): Outcome<Settings | undefined> {
    this.#value = this.#renderAndCheck()
    const name = this.#name()
    const value = name === undefined ? undefined : this.#settings(name)
    return { value, diagnostics: this.#findings.diagnostics }
  }

  #renderAndCheck(): JsonObject {
    const { source, root, value: raw } = this.#file
    const rendered = hasTemplate(source.text)
      ? this.#findings.keep(renderTree(source, root, this.#request.scope, isRenderedNow))
      : raw
    const value = isObject(rendered) ? rendered : {}
    const earlier = [...this.#request.earlier, ...this.#findings.diagnostics]
    const misfits = validate('project', { source, root, value, earlier })
    if (this.#request.form === 'btn') this.#findings.add(...misfits)
    else this.#findings.add(...misfits.map(asInDbt), ...checkDbtForm(this.#file, value))
    this.#findings.add(...checkTreeKeys(this.#file))
    return value
  }

  #name(): string | undefined {
    const { name } = this.#value
    const where = { span: this.#spanOf(['name']) }
    if (typeof name !== 'string') return undefined
    if (!/^[^\d\W]\w*$/u.test(name)) {
      this.#findings.add(diagnostic('project-name-invalid', { name }, where))
    } else if (reservedNames.has(name)) {
      this.#findings.add(diagnostic('project-name-reserved', { name }, where))
    }
    return name
  }

  #settings(name: string): Settings {
    const { root, isRoot } = this.#request
    const modelPaths = this.#paths('model-paths', 'source-paths') ?? ['models']
    const seedPaths = this.#paths('seed-paths', 'data-paths') ?? ['seeds']
    const testPaths = this.#paths('test-paths') ?? ['tests']
    const analysisPaths = this.#paths('analysis-paths') ?? ['analyses']
    const macroPaths = this.#paths('macro-paths') ?? ['macros']
    const snapshotPaths = this.#paths('snapshot-paths') ?? ['snapshots']
    const functionPaths = this.#paths('function-paths') ?? ['functions']
    const all = [
      modelPaths,
      seedPaths,
      snapshotPaths,
      analysisPaths,
      macroPaths,
      testPaths,
      functionPaths,
    ]
    this.#checkVersion(name)
    this.#checkIgnoredPaths()
    return {
      name,
      version: this.#version(),
      isRoot,
      root,
      file: this.#file.source.path,
      modelPaths,
      seedPaths,
      testPaths,
      analysisPaths,
      macroPaths,
      snapshotPaths,
      functionPaths,
      osiPaths: isRoot ? (this.#paths('osi-paths') ?? ['osi']) : [],
      reportPaths: isRoot ? (this.#paths('report-paths') ?? ['reports']) : [],
      docsPaths: this.#paths('docs-paths') ?? [...new Set(all.flat())],
      quoting: readQuoting(this.#value),
      dispatch: readDispatch(this.#value),
      onRunStart: readHooks(this.#value, this.#file, 'on-run-start'),
      onRunEnd: readHooks(this.#value, this.#file, 'on-run-end'),
      configs: this.#configs(),
      vars: this.#vars(),
      queryComment: readQueryComment(this.#value, this.#file),
      restrictAccess: this.#value['restrict-access'] === true,
      targetPath: this.#text('target-path'),
      logPath: this.#text('log-path'),
      packagesInstallPath: this.#text('packages-install-path'),
      cleanTargets: this.#paths('clean-targets'),
      assetPaths: this.#paths('asset-paths') ?? [],
    }
  }

  #spanOf(path: Path): Span {
    const { source, root } = this.#file
    const place = placeOf(source.path, root, path)
    return span(source, place.start, place.end)
  }

  #keySpanOf(key: string): Span {
    const { source, root } = this.#file
    const place = keyPlaceOf(source.path, root, [key])
    return span(source, place.start, place.end)
  }

  #text(key: string): string | undefined {
    const value = this.#value[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  /** A list of folders, relative to the project; `oldKey` is dbt's former name of it. */
  #paths(key: string, oldKey?: string): readonly string[] | undefined {
    if (oldKey !== undefined && this.#value[oldKey] !== undefined) {
      this.#findings.add(oldPathKey(oldKey, key, this.#keySpanOf(oldKey)))
    }
    const value = this.#value[key] ?? (oldKey === undefined ? undefined : this.#value[oldKey])
    if (!Array.isArray(value)) return undefined
    const root = `${this.#request.root}/`
    return value
      .filter((item) => typeof item === 'string')
      .map((path) => (path.startsWith(root) ? path.slice(root.length) : path))
      .map((path) => path.replace(/(?<=.)\/+$/, ''))
  }

  #version(): string | undefined {
    const { version } = this.#value
    if (typeof version === 'string') return version
    if (typeof version === 'number') return String(version)
    return isObject(version) ? String(Object.values(version)[0]) : undefined
  }

  #checkVersion(name: string): void {
    const required = this.#value['require-dbt-version']
    const texts = typeof required === 'string' ? required.split(',') : required
    if (!this.#request.checksVersion || !Array.isArray(texts)) return
    const where = this.#spanOf(['require-dbt-version'])
    this.#findings.add(...checkVersion(name, texts.map(String), where))
  }

  #checkIgnoredPaths(): void {
    if (this.#request.form !== 'dbt') return
    const defaults: Readonly<Record<string, string>> = {
      'target-path': 'target',
      'log-path': 'logs',
    }
    for (const [key, usual] of Object.entries(defaults)) {
      const value = this.#value[key]
      if (value === undefined || value === null || value === usual) continue
      const code = key === 'log-path' ? 'log-path-deprecated' : 'target-path-deprecated'
      this.#findings.add(diagnostic(code, {}, { span: this.#keySpanOf(key) }))
    }
  }

  #configs(): Package['configs'] {
    const tests = this.#testsKey()
    const tree = (key: string): ConfigTree => {
      const rendered = this.#value[key]
      const unrendered = this.#file.value[key]
      return {
        rendered: placed(isObject(rendered) ? rendered : {}, this.#file, [key]),
        unrendered: isObject(unrendered) ? unrendered : {},
      }
    }
    return {
      models: tree('models'),
      seeds: tree('seeds'),
      snapshots: tree('snapshots'),
      analyses: tree('analyses'),
      sources: tree('sources'),
      data_tests: tree(tests),
      unit_tests: tree('unit_tests'),
      metrics: tree('metrics'),
      'semantic-models': tree('semantic-models'),
      'saved-queries': tree('saved-queries'),
      exposures: tree('exposures'),
      functions: tree('functions'),
    } satisfies Record<ConfigTreeKey, ConfigTree>
  }

  #testsKey(): string {
    const [old, current] = [this.#value['tests'], this.#value['data_tests']]
    if (old !== undefined && current !== undefined) {
      this.#findings.add(
        diagnostic(
          'tests-and-data-tests',
          { owner: 'project' },
          { span: this.#keySpanOf('tests') },
        ),
      )
    }
    return current === undefined && old !== undefined ? 'tests' : 'data_tests'
  }

  #vars(): Package['vars'] {
    const own = this.#file.value['vars']
    const { varsFile } = this.#request
    const shared = varsFile?.value['vars']
    if (varsFile && isObject(shared) && Object.keys(shared).length > 0) {
      const isTwice = isObject(own) && Object.keys(own).length > 0
      if (isTwice)
        this.#findings.add(diagnostic('vars-twice', {}, { span: this.#keySpanOf('vars') }))
      this.#findings.add(...findNamelessVars(varsFile, 'vars'))
      return placed(shared, varsFile, ['vars'])
    }
    this.#findings.add(...findNamelessVars(this.#file, 'vars'))
    return placed(isObject(own) ? own : {}, this.#file, ['vars'])
  }
}

function oldPathKey(key: string, instead: string, where: Span): Diagnostic {
  const code = key === 'data-paths' ? 'data-paths-deprecated' : 'source-paths-deprecated'
  return diagnostic(code, { key, instead }, { span: where })
}
