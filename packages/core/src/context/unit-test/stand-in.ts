import { configDefaults } from '../../config/defaults.ts'
import { toPythonText } from '../../names/python-text.ts'
import type {
  DescribedNode,
  Model,
  Node,
  NodeId,
  UnitTest,
  UnitTestInput,
} from '../../types/index.ts'

/** An ephemeral model that holds made-up rows, in the place of something that the tested model reads. */
export interface StandIn {
  readonly node: Model
  /** Behind `__dbt__cte__`. */
  readonly cteName: string
  readonly input: UnitTestInput
  /** The source that it stands for: found by `source()`, not by `ref()`. */
  readonly sourceName?: string
}

/** What an input may name. */
type Original = Exclude<Node, DescribedNode | { readonly kind: 'unit_test' | 'report' }>

export function createStandIn(original: Original, input: UnitTestInput, test: UnitTest): StandIn {
  const isSource = original.kind === 'source'
  const label = isSource ? `${original.sourceName}__${original.name}` : original.name
  const alias = isSource ? original.identifier : original.alias
  const node: Model = {
    kind: 'model',
    id: `model.${original.packageName}.${label}` as NodeId,
    name: original.name,
    packageName: original.packageName,
    path: `${original.name}.sql`,
    originalPath: test.originalPath,
    file: test.file,
    fqn: original.fqn,
    description: '',
    docBlocks: [],
    config: { ...configDefaults.model, materialized: 'ephemeral' },
    unrenderedConfig: {},
    tags: [],
    meta: {},
    createdAt: test.createdAt,
    database: original.database,
    schema: original.schema,
    alias,
    rawCode: toRawCode(input),
    checksum: '',
    refs: [],
    sources: [],
    dependsOn: { nodes: [], macros: [] },
    columns: new Map(),
    configCall: {},
    access: 'protected',
    constraints: [],
    primaryKey: [],
    ...versionOf(original),
  }
  const cteName = isSource ? label : alias
  return { node, cteName, input, ...(isSource && { sourceName: original.sourceName }) }
}

function versionOf(original: Original): Pick<Model, 'version' | 'latestVersion'> {
  if (original.kind !== 'model') return {}
  const { version, latestVersion } = original
  return {
    ...(version !== undefined && { version }),
    ...(latestVersion !== undefined && { latestVersion }),
  }
}

/** Listed rows are a call of the macro that makes a query of them. */
function toRawCode({ rows }: UnitTestInput): string {
  return typeof rows === 'string' ? rows : `{{ get_fixture_sql(${toPythonText(rows)}, None) }}`
}
