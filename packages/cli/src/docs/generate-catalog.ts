import { cpSync, existsSync, rmSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import type { NodeId, Plan } from '@btn/core'
import type { RunOutcome } from '@btn/core/run'
import type { Call, ExitCode } from '../commands/command.ts'
import { executePlan, exitCodeIfStopped } from '../execute-plan.ts'
import type { Opened } from '../open-project.ts'
import { planCatalog, selectNodes, type Compiled } from '../project.ts'
import { planOf, readEarlier, selectorSpans, toSelection } from '../select-nodes.ts'
import { line } from '../terminal/entry.ts'
import type { DocsValues } from './docs.ts'
import { failureEntries } from '../terminal/summary-entries.ts'

export interface CatalogOutcome {
  readonly code: ExitCode
  /** False where something stopped the command: then there is nothing to show, either. */
  readonly isWritten: boolean
}

const stopped = (code: ExitCode): CatalogOutcome => ({ code, isWritten: false })

/** The manifest, and the catalogue of what the database has. As in dbt, no manifest is written with `--no-compile`. */
export async function generateCatalog(
  call: Call<DocsValues>,
  opened: Opened,
  compiled: Compiled,
): Promise<CatalogOutcome> {
  if (call.options.emptyCatalog) return writeEmpty(call, opened, compiled)
  const isCompiling = call.options.compile ?? true
  const selected = isCompiling ? select(call, opened, compiled) : undefined
  const plan = isCompiling ? planCompile(call, opened, compiled) : nothing
  if (!plan) return stopped(2)
  return readCatalog({ opened, compiled, plan, selected, hasResults: isCompiling })
}

const nothing: Plan = {
  command: 'generate',
  selected: [],
  onRunStart: [],
  steps: [],
  onRunEnd: [],
}

function planCompile({ options }: Call<DocsValues>, opened: Opened, compiled: Compiled) {
  return planOf('generate', toSelection(options, opened), opened, compiled)
}

/** The nodes of the selection, and its sources, which are no part of what is compiled. */
function select({ options }: Call<DocsValues>, opened: Opened, { linked }: Compiled) {
  const selection = toSelection(options, opened)
  const ids = (types: Partial<typeof selection>): readonly NodeId[] =>
    selectNodes(
      linked.manifest,
      { ...selection, ...types },
      {
        command: 'generate',
        state: readEarlier(opened).value,
        findSelectorSpan: selectorSpans(opened),
      },
    ).value
  return new Set([...ids({}), ...ids({ resourceTypes: ['source'] })])
}

interface Reading {
  readonly opened: Opened
  readonly compiled: Compiled
  readonly plan: Plan
  readonly selected: ReadonlySet<NodeId> | undefined
  readonly hasResults: boolean
}

async function readCatalog(reading: Reading): Promise<CatalogOutcome> {
  const { opened, compiled, selected, hasResults } = reading
  const { linked, parsed } = compiled
  const planned = planCatalog(linked.manifest, parsed.invocation, reading.plan, selected)
  const { manifest } = planned
  const executed = await executePlan(opened, compiled, planned.plan, { manifest, hasResults })
  const { output } = opened
  const code = exitCodeIfStopped(executed)
  if (code !== 0) {
    output.tell(...failureEntries(executed.outcome, manifest.nodes))
    output.tell(line('CannotGenerateDocs', 'E043', 'compile failed, cannot generate docs'))
    return stopped(code)
  }
  return writeCatalog(opened, compiled, executed.outcome, selected)
}

function writeCatalog(
  opened: Opened,
  { linked }: Compiled,
  { catalog }: Pick<RunOutcome, 'catalog'>,
  selected: ReadonlySet<NodeId> | undefined,
): CatalogOutcome {
  const { output, project, report } = opened
  copyAssets(project)
  const { tables } = catalog
  const problems = catalog.problems.map(({ message }) => message)
  // As in dbt, `--warn-error` stops here: nothing is written.
  const told = catalog.problems.map((it) =>
    diagnostic('catalog-incomplete', { problem: it.message }),
  )
  if (opened.tell(told)) return stopped(2)
  const path = report.writeCatalog(linked.manifest, { tables, selected, problems })
  const shown = relative(project.root, path)
  if (problems.length > 0) {
    const text = `The catalog was written without what could not be read (${problems.length})`
    const data = { num_exceptions: problems.length }
    output.tell({ ...line('WriteCatalogFailure', 'E041', text, data), level: 'error' })
  }
  output.tell(line('CatalogWritten', 'E042', `Catalog written to ${shown}`, { path }))
  return { code: problems.length > 0 ? 1 : 0, isWritten: true }
}

/** Pictures and the like, which descriptions show. Nothing outside of the target folder is replaced. */
function copyAssets({ root, targetPath, assetPaths }: Opened['project']): void {
  for (const path of assetPaths) {
    const copy = resolve(targetPath, path)
    if (isAbsolute(path) || relative(targetPath, copy).startsWith('..') || copy === targetPath)
      continue
    rmSync(copy, { recursive: true, force: true })
    const source = resolve(root, path)
    if (existsSync(source)) cpSync(source, copy, { recursive: true })
  }
}

async function writeEmpty(
  call: Call<DocsValues>,
  opened: Opened,
  compiled: Compiled,
): Promise<CatalogOutcome> {
  const catalog = { tables: [], problems: [] }
  if (call.options.compile ?? true) {
    const plan = planCompile(call, opened, compiled)
    if (!plan) return stopped(2)
    const executed = await executePlan(opened, compiled, plan)
    const code = exitCodeIfStopped(executed)
    if (code !== 0) return stopped(code)
  }
  return writeCatalog(opened, compiled, { catalog }, new Set())
}
