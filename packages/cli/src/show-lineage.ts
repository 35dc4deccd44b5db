import { findColumns, LineageGraph, reach, toOpenLineage } from '@btn/core/run'
import type { ColumnName, Manifest } from '@btn/core'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { learnLineage } from './check-project.ts'
import type { Call, ExitCode } from './commands/command.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { lineageText, type Direction } from './terminal/lineage-tree.ts'
import { printData } from './terminal/print-data.ts'
import { btnVersion } from './version.ts'

interface LineageValues {
  readonly up?: boolean
  readonly down?: boolean
  readonly output?: 'tree' | 'json' | 'openlineage'
}

/** `btn lineage`: the ways of a column through the project. */
export function showLineage(call: Call<LineageValues>): Promise<ExitCode> {
  return withProject(call, { which: 'check', printsData: true }, async (opened) => {
    if (call.argument === undefined) {
      const argument = 'a column, as in: btn lineage orders.amount'
      throw new DiagnosticError(diagnostic('missing-argument', { command: 'lineage', argument }))
    }
    const compiled = compile({ ...opened, which: 'build' })
    if (!compiled) return 2
    const { nodes } = await learnLineage(opened, compiled)
    const graph = new LineageGraph(nodes)
    const { manifest } = compiled.linked
    const found = findColumns(manifest, graph, call.argument)
    if ('mistake' in found) throw new DiagnosticError(found.mistake)
    const { output = 'tree' } = call.options
    const view = { manifest, graph, columns: found.columns, directions: directionsOf(call) }
    const text =
      output === 'tree'
        ? lineageText(view)
        : output === 'json'
          ? toJson(view)
          : toEvents(opened, view)
    printData(opened, text)
    return 0
  })
}

function directionsOf({ options: { up, down } }: Call<LineageValues>): readonly Direction[] {
  const both = !up && !down
  return [...(up || both ? (['up'] as const) : []), ...(down || both ? (['down'] as const) : [])]
}

interface View {
  readonly manifest: Manifest
  readonly graph: LineageGraph
  readonly columns: readonly ColumnName[]
  readonly directions: readonly Direction[]
}

function toJson({ graph, columns, directions }: View): string {
  const reached = reach(graph, columns, directions)
  const typed = (name: ColumnName) => ({ ...name, type: graph.findColumn(name)?.type ?? null })
  const nodes = [...new Set(reached.columns.map(({ node }) => node))]
  return JSON.stringify(
    {
      of: columns.map(typed),
      columns: reached.columns.map(typed),
      edges: reached.hops,
      uses: Object.fromEntries(nodes.map((it) => [it, graph.usesOf(it)])),
    },
    null,
    2,
  )
}

function toEvents({ host }: Opened, { manifest, graph, columns, directions }: View): string {
  const reached = reach(graph, columns, directions)
  const nodes = new Set(reached.columns.map(({ node }) => node))
  const events = toOpenLineage(manifest, graph, nodes, {
    producer: `https://www.npmjs.com/package/@btn-sql/btn/v/${btnVersion}`,
    eventTime: host.now(),
    jobNamespace: manifest.projectName,
  })
  return JSON.stringify(events, null, 2)
}
