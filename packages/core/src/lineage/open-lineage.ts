import type { ColumnOrigin, JsonObject, Manifest, Node, NodeId } from '../types/index.ts'
import type { LineageGraph } from './graph.ts'

// Events of OpenLineage 2-0-2 as its specification has them: a JobEvent is what is known of a job by its design, whether or not it
// ever ran. Facets: SchemaDatasetFacet 1-1-1, ColumnLineageDatasetFacet 1-2-0.

const SPEC = 'https://openlineage.io/spec'

export interface OpenLineageOptions {
  readonly producer: string
  readonly eventTime: Date
  /** Of the project's jobs. */
  readonly jobNamespace: string
}

/** `copied` and `renamed` give the value itself. */
const DIRECT = {
  copied: 'IDENTITY',
  renamed: 'IDENTITY',
  computed: 'TRANSFORMATION',
  aggregated: 'AGGREGATION',
} as const

const INDIRECT = {
  filtered: 'FILTER',
  joined: 'JOIN',
  grouped: 'GROUP_BY',
  ordered: 'SORT',
  distinct: 'GROUP_BY',
} as const

/** An event for each of the nodes that something is made for by a query: what it reads, and where its columns come from. */
export function toOpenLineage(
  { nodes, adapterType }: Pick<Manifest, 'nodes' | 'adapterType'>,
  graph: LineageGraph,
  wanted: Iterable<NodeId>,
  options: OpenLineageOptions,
): readonly JsonObject[] {
  const write = new Writer(nodes, adapterType, graph, options)
  return [...wanted].flatMap((id) => {
    const node = nodes.get(id)
    return node?.kind === 'model' || node?.kind === 'snapshot' ? [write.event(node)] : []
  })
}

class Writer {
  readonly #nodes: Manifest['nodes']
  readonly #adapterType: string
  readonly #graph: LineageGraph
  readonly #options: OpenLineageOptions

  constructor(
    nodes: Manifest['nodes'],
    adapterType: string,
    graph: LineageGraph,
    options: OpenLineageOptions,
  ) {
    this.#nodes = nodes
    this.#adapterType = adapterType
    this.#graph = graph
    this.#options = options
  }

  event(node: Node): JsonObject {
    const { producer, eventTime, jobNamespace } = this.#options
    const { id } = node
    const read = [
      ...this.#graph.columnsOf(id).flatMap(({ from }) => from),
      ...this.#graph.usesOf(id),
    ]
    const inputs = [...new Set(read.map((it) => it.node))].flatMap(
      (it) => this.#nodes.get(it) ?? [],
    )
    return {
      eventTime: eventTime.toISOString(),
      producer,
      schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/JobEvent`,
      job: { namespace: jobNamespace, name: id, facets: {} },
      inputs: inputs.map((it) => ({ ...this.#dataset(it), facets: this.#schema(it) })),
      outputs: [
        {
          ...this.#dataset(node),
          facets: { ...this.#schema(node), columnLineage: this.#columnLineage(node) },
        },
      ],
    }
  }

  /** Relations are known by their names in the database; no host, no path. */
  #dataset(node: Node): { readonly namespace: string; readonly name: string } {
    const name = node.kind === 'source' ? node.identifier : 'alias' in node ? node.alias : node.name
    const database = 'database' in node ? node.database : ''
    const schema = 'schema' in node ? (node.schema ?? '') : ''
    return {
      namespace: this.#adapterType,
      name: [database, schema, name].filter((it) => it !== '').join('.'),
    }
  }

  #facet(name: string, version: string): JsonObject {
    const { producer } = this.#options
    const _schemaURL = `${SPEC}/facets/${version}/${name}.json#/$defs/${name}`
    return { _producer: producer, _schemaURL }
  }

  #schema({ id }: Node): JsonObject {
    const fields = this.#graph.columnsOf(id).map(({ name, type }) => ({ name, type }))
    return { schema: { ...this.#facet('SchemaDatasetFacet', '1-1-1'), fields } }
  }

  #columnLineage({ id }: Node): JsonObject {
    const fields = this.#graph.columnsOf(id).map(({ name, from }) => {
      const inputFields = from.map((it) =>
        this.#field(it, { type: 'DIRECT', subtype: DIRECT[it.how] }),
      )
      return [name, { inputFields }] as const
    })
    const dataset = this.#graph
      .usesOf(id)
      .map((it) => this.#field(it, { type: 'INDIRECT', subtype: INDIRECT[it.how] }))
    return {
      ...this.#facet('ColumnLineageDatasetFacet', '1-2-0'),
      fields: Object.fromEntries(fields),
      dataset,
    }
  }

  #field(
    { node: id, column, how, hidden }: Omit<ColumnOrigin, 'how'> & { readonly how: string },
    transformation: JsonObject,
  ): JsonObject {
    const node = this.#nodes.get(id)
    return {
      ...(node ? this.#dataset(node) : { namespace: '', name: id }),
      field: column,
      transformations: [{ ...transformation, description: how, masking: hidden === true }],
    }
  }
}
