import { diagnostic } from '@btn/diagnostics'
import type { Node } from '../types/index.ts'
import type { Linking } from './linking.ts'
import { placeOf } from './mistakes.ts'

interface Spaced {
  readonly id: string
  readonly node: Node
}

/** Names with spaces, which dbt refuses where its flags say so: those of nodes by one flag, those of sources and semantic models by another. */
export function reportSpacedNames(linking: Linking, nodes: Iterable<Node>): void {
  const { flags } = linking.project
  const found: Record<'relations' | 'described', Map<string, Spaced>> = {
    relations: new Map(),
    described: new Map(),
  }
  for (const node of nodes) {
    if (node.kind === 'source') {
      const id = `source.${node.packageName}.${node.sourceName}`
      // The tables of a source share its name: it is told once.
      if (node.sourceName.includes(' ') && !found.described.has(id))
        found.described.set(id, { id, node })
    } else if (!node.name.includes(' ')) continue
    else if (node.kind === 'semantic_model') found.described.set(node.id, { id: node.id, node })
    else if (!otherKinds.has(node.kind)) found.relations.set(node.id, { id: node.id, node })
  }
  report(linking, [...found.relations.values()], flags.require_resource_names_without_spaces)
  report(
    linking,
    [...found.described.values()],
    flags.require_source_and_semantic_model_names_without_spaces,
  )
}

/** What dbt keeps apart from its nodes, and does not look at. */
const otherKinds: ReadonlySet<Node['kind']> = new Set([
  'exposure',
  'metric',
  'saved_query',
  'unit_test',
  'function',
])

function report(linking: Linking, spaced: readonly Spaced[], isRefused: boolean): void {
  const { diagnostics, project } = linking
  const [first] = spaced
  if (!first) return
  const spanOf = ({ node }: Spaced) => project.sources.spanOf(placeOf(node))
  if (isRefused) {
    const names = spaced.map(({ id, node }) => ({ id, file: placeOf(node).file }))
    diagnostics.push(diagnostic('names-with-spaces-refused', { names }, { span: spanOf(first) }))
    return
  }
  const showsAll = project.flags.debug
  for (const item of showsAll ? spaced : [first])
    diagnostics.push(diagnostic('name-with-spaces', { id: item.id }, { span: spanOf(item) }))
  diagnostics.push(diagnostic('names-with-spaces', { count: spaced.length, showsAll }))
}
