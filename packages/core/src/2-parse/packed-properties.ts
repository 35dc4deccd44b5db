import type { ParsedMonitor, ParsedSnapshot, ParsedTest } from './parsed.ts'
import type { ColumnPatch, NodePatch, PropertiesFile } from './properties/index.ts'

/** What a properties file says, and the tests made of it. */
export interface ParsedProperties {
  readonly properties: PropertiesFile
  readonly tests: readonly ParsedTest[]
  /** Of relations: those that have no block in a `.sql` file. */
  readonly snapshots: readonly ParsedSnapshot[]
  readonly monitors: readonly ParsedMonitor[]
}

/** As the cache holds it: columns are most of a project's YAML, and most commands look at none of them. */
export interface PackedProperties extends Omit<ParsedProperties, 'properties'> {
  readonly properties: Omit<PropertiesFile, PackedKey> &
    Readonly<Record<PackedKey, readonly PackedNode[]>>
}

type PackedKey = 'models' | 'seeds' | 'snapshots' | 'analyses'

interface PackedNode extends Omit<NodePatch, 'columns'> {
  /** JSON of the columns; empty when there are none. */
  readonly columnsText: string
}

/** Columns that name no docs block and no constraint: nothing about them can be wrong, so nobody needs them before asking. */
export function arePlain(columns: readonly ColumnPatch[]): boolean {
  return columns.every(
    ({ constraints, description }) =>
      constraints.length === 0 && description?.text.includes('{{') !== true,
  )
}

export function packProperties({ properties, ...made }: ParsedProperties): PackedProperties {
  const { models, seeds, snapshots, analyses } = properties
  return {
    properties: {
      ...properties,
      models: models.map(packNode),
      seeds: seeds.map(packNode),
      snapshots: snapshots.map(packNode),
      analyses: analyses.map(packNode),
    },
    ...made,
  }
}

function packNode({ columns, ...node }: NodePatch): PackedNode {
  // The tests stand beside, ready made. Versions keep theirs: they are few.
  const bare = columns.map((column) => ({ ...column, tests: [] }))
  const tests = node.versions.length > 0 ? node.tests : []
  const columnsText = columns.length === 0 ? '' : JSON.stringify(bare)
  return { ...node, tests, hasPlainColumns: arePlain(columns), columnsText }
}

export function unpackProperties({ properties, ...made }: PackedProperties): ParsedProperties {
  const { models, seeds, snapshots, analyses } = properties
  return {
    properties: {
      ...properties,
      models: models.map(unpackNode),
      seeds: seeds.map(unpackNode),
      snapshots: snapshots.map(unpackNode),
      analyses: analyses.map(unpackNode),
    },
    ...made,
  }
}

function unpackNode(node: PackedNode): NodePatch {
  let made: readonly ColumnPatch[] | undefined
  const columns = {
    // Not enumerable, so that the cache does not write it when it writes the entry again.
    enumerable: false,
    get: () => (made ??= node.columnsText === '' ? [] : parseColumns(node.columnsText)),
  }
  return Object.defineProperty(node as PackedNode & NodePatch, 'columns', columns)
}

function parseColumns(text: string): readonly ColumnPatch[] {
  const columns: readonly ColumnPatch[] = JSON.parse(text)
  return columns
}
