import { relative } from 'node:path'
import { check, createRuntime, readCatalogColumns, type CheckInput } from '@btn/core/run'
import type { Checked, Plan } from '@btn/core'
import { hasErrors, renderJson, type Diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { createSeverityFilter, selectNodes, type Compiled } from './project.ts'
import { readEarlier, selectorSpans, toSelection, type SelectionValues } from './select-nodes.ts'
import { checkEntries } from './terminal/check-entries.ts'
import { printData } from './terminal/print-data.ts'
import { btnBuild } from './version.ts'

interface CheckValues extends SelectionValues {
  readonly output?: 'text' | 'json'
}

/** `btn check`: what every query means, and what is wrong with it, before anything runs. */
export function checkProject(call: Call<CheckValues>): Promise<ExitCode> {
  const isJson = call.options.output === 'json'
  return withProject(call, { which: 'check', printsData: isJson }, async (opened) => {
    // What templates see is what they will see when the project is built.
    const compiled = compile({ ...opened, which: 'build' })
    if (!compiled) return 2
    const wanted = select(call, opened, compiled)
    if (!wanted) return 2
    const checked = await runCheck(opened, compiled, {
      wanted,
      isWhole: isWhole(call),
      findsMistakes: true,
    })
    if (isWhole(call)) writeLineage(opened, compiled, checked)
    const filter = createSeverityFilter(opened.project.flags)
    const told = checked.diagnostics.flatMap((item) => filter(item) ?? [])
    if (isJson) printData(opened, toJson(checked, told))
    else opened.output.tell(...checkEntries(checked, told, compiled.linked.manifest))
    return hasErrors(told) ? 1 : 0
  })
}

function select(call: Call<CheckValues>, opened: Opened, { linked }: Compiled) {
  const state = readEarlier(opened)
  if (opened.tell(state.diagnostics)) return undefined
  const selected = selectNodes(linked.manifest, toSelection(call.options, opened), {
    command: 'check',
    state: state.value,
    findSelectorSpan: selectorSpans(opened),
  })
  return opened.tell(selected.diagnostics) ? undefined : selected.value
}

/** A part of the project would take the place of the whole. */
function isWhole({ options: { select, exclude, selector } }: Call<CheckValues>): boolean {
  return select === undefined && exclude === undefined && selector === undefined
}

/**
 * Checks the whole project without telling of mistakes, and writes `target/lineage.json`: for the docs, which show what is known. A
 * project that cannot be looked at for a fault of btn's own or of its engine must not be without docs.
 */
export async function learnLineage(opened: Opened, compiled: Compiled): Promise<Checked> {
  const checked = await runCheck(opened, compiled, {
    wanted: [...compiled.linked.manifest.nodes.keys()],
    isWhole: true,
    findsMistakes: false,
  })
  writeLineage(opened, compiled, checked)
  return checked
}

/** Where personal data would get out as it is, in what a plan builds. */
export async function findPersonalLeaks(
  opened: Opened,
  compiled: Compiled,
  { steps }: Plan,
): Promise<readonly Diagnostic[]> {
  const { children, nodes } = compiled.linked.manifest
  const built = steps.map(({ node }) => node)
  const exposures = built.flatMap((id) =>
    (children.get(id) ?? []).filter((it) => nodes.get(it)?.kind === 'exposure'),
  )
  const wanted = [...new Set([...built, ...exposures])]
  const { diagnostics } = await runCheck(opened, compiled, {
    wanted,
    isWhole: false,
    findsMistakes: false,
  })
  return diagnostics.filter(({ code }) => code === 'pii-reaches' || code === 'pii-lost')
}

function writeLineage({ report, project }: Opened, { linked }: Compiled, checked: Checked): void {
  if (project.flags.write_json) report.writeLineage(linked.manifest, checked)
}

/** Looks at the wanted nodes and at all that they read, in a database of its own in memory. */
export async function runCheck(
  opened: Opened,
  { linked, parsed }: Compiled,
  { wanted, isWhole, findsMistakes }: Pick<CheckInput, 'wanted' | 'isWhole' | 'findsMistakes'>,
): Promise<Checked> {
  const { project, adapter, host, call } = opened
  const { target } = project
  if (!adapter || !target) throw new Error('a check needs a target')
  const { manifest } = linked
  // Relative paths in SQL are the database's to resolve: it takes them from the working directory.
  process.chdir(project.root)
  const kept = `${project.targetPath}/check_cache.json`
  const isKept = project.flags.partial_parse && btnBuild !== 'source'
  const bytes = isKept ? host.readBytes(kept) : undefined
  return check({
    manifest,
    wanted,
    isWhole,
    findsMistakes,
    openEmpty: () => adapter.openEmpty(target.credentials, databasesOf(manifest)),
    asksDatabase: (node) => linked.asksDatabase(node),
    cache: {
      basis: JSON.stringify([btnBuild, target.credentials]),
      text: bytes && new TextDecoder().decode(bytes),
      keep: (text) => {
        if (isKept && project.flags.write_json) host.writeText(kept, text)
      },
    },
    database: target.credentials.database ?? '',
    host,
    catalogued: readCatalogColumns(host, `${project.targetPath}/catalog.json`),
    dialect: adapter.dialect,
    runtime: createRuntime({
      project,
      manifest,
      invocation: parsed.invocation,
      lookup: linked.lookup,
      findDoc: linked.findDoc,
      selected: wanted,
      readsTables: true,
    }),
    flags: project.flags,
    projectRoot: project.root,
    targetPath: relative(project.root, project.targetPath),
    batching: {
      windows: project.windows,
      startedAt: call.session.startedAt,
      earlierBatches: new Map(),
    },
  })
}

function databasesOf({ nodes }: Compiled['linked']['manifest']): readonly string[] {
  const names = [...nodes.values()].flatMap((node) => ('database' in node ? [node.database] : []))
  return [...new Set(names.filter((it) => it !== ''))]
}

function toJson({ nodes, missing }: Checked, told: readonly Diagnostic[]): string {
  const unchecked = [...nodes].flatMap(([node, it]) =>
    it.kind === 'unchecked' ? [{ node, ...it.because }] : [],
  )
  const mistakes = told.map((item) => renderJson(item))
  return JSON.stringify({ mistakes, unchecked, missing }, null, 2)
}
