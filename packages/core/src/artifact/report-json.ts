import type { JsonObject, ReportNode } from '../types/index.ts'

/** A report in a shape like that of dbt's nodes: for `btn ls`; dbt's artifacts have none. */
export function toReportJson(node: ReportNode): JsonObject {
  return {
    name: node.name,
    resource_type: 'report',
    package_name: node.packageName,
    path: node.path,
    original_file_path: node.originalPath,
    unique_id: node.id,
    fqn: node.fqn,
    description: node.description,
    output_path: node.output,
    checksum: { name: 'sha256', checksum: node.checksum },
    meta: node.meta,
    tags: node.tags,
    config: node.config,
    unrendered_config: node.unrenderedConfig,
    depends_on: { macros: node.dependsOn.macros, nodes: node.dependsOn.nodes },
    refs: node.refs.map(({ name, package: owner, version }) => ({
      name,
      package: owner ?? null,
      version: version ?? null,
    })),
    sources: node.sources.map(({ source, table }) => [source, table]),
    created_at: node.createdAt,
    doc_blocks: node.docBlocks,
  }
}
