import { inheritedColumns } from '../config/inherited-columns.ts'
import type { TestTarget } from './parsed.ts'
import type {
  ColumnPatch,
  NodePatch,
  PropertiesFile,
  SourcePatch,
  TestPatch,
} from './properties/index.ts'
import { toStringList } from '../types/json.ts'

export interface Attachment {
  readonly target: TestTarget
  /** `ref('orders')` or `source('app', 'orders')`. */
  readonly relation: string
  /** `source_` in the names of tests on sources. */
  readonly prefix: string
  /** In the test's name. */
  readonly label: string
  readonly quotesColumns: boolean
  /** Of a source and its table: their tests have them, too. */
  readonly tags: readonly string[]
}

export interface TestInput {
  readonly patch: TestPatch
  readonly attachment: Attachment
  readonly column: ColumnPatch | undefined
}

/** The tests entries of a properties file, with what each is attached to. */
export function* listTests(properties: PropertiesFile): Iterable<TestInput> {
  const keys = ['models', 'seeds', 'snapshots'] as const
  for (const yamlKey of keys) {
    for (const node of properties[yamlKey]) yield* testsOfNode(node, yamlKey)
  }
  for (const source of properties.sources) yield* testsOfSource(source)
}

function* testsOfNode(node: NodePatch, yamlKey: string): Iterable<TestInput> {
  if (node.versions.length > 0) {
    yield* testsOfVersions(node, yamlKey)
    return
  }
  const attachment: Attachment = {
    target: { yamlKey, name: node.name },
    relation: `ref('${node.name}')`,
    prefix: '',
    label: node.name,
    quotesColumns: false,
    tags: [],
  }
  yield* testsOf(node.columns, node.tests, attachment)
}

function* testsOfVersions(node: NodePatch, yamlKey: string): Iterable<TestInput> {
  for (const version of node.versions) {
    const attachment: Attachment = {
      target: { yamlKey, name: node.name, version: version.v },
      relation: `ref('${node.name}', version='${version.v}')`,
      prefix: '',
      label: `${node.name}_v${version.v}`,
      quotesColumns: false,
      tags: [],
    }
    const columns = [...inheritedColumns(node.columns, version.columnSelection), ...version.columns]
    yield* testsOf(columns, version.tests ?? node.tests, attachment)
  }
}

function* testsOfSource(source: SourcePatch): Iterable<TestInput> {
  for (const table of source.tables) {
    const attachment: Attachment = {
      target: { yamlKey: 'sources', name: source.name, table: table.name },
      relation: `source('${source.name}', '${table.name}')`,
      prefix: 'source_',
      label: `${source.name}_${table.name}`,
      quotesColumns: (table.quoting['column'] ?? source.quoting['column']) === true,
      tags: [source, table].flatMap(({ config }) => toStringList(config.rendered['tags'])),
    }
    yield* testsOf(table.columns, table.tests, attachment)
  }
}

function* testsOf(
  columns: readonly ColumnPatch[],
  tests: readonly TestPatch[],
  attachment: Attachment,
): Iterable<TestInput> {
  for (const column of columns) {
    for (const patch of column.tests) yield { patch, attachment, column }
  }
  for (const patch of tests) yield { patch, attachment, column: undefined }
}
