import type { DocBlock, Group, JsonObject, MacroInfo } from '../types/index.ts'

/** A macro in the shape of dbt's manifest. */
export function toMacroJson(macro: MacroInfo): JsonObject {
  const { docs } = macro
  return {
    name: macro.name,
    resource_type: 'macro',
    package_name: macro.packageName,
    path: macro.path,
    original_file_path: macro.originalPath,
    unique_id: macro.id,
    macro_sql: macro.code,
    depends_on: { macros: macro.dependsOn },
    description: macro.description,
    meta: macro.meta,
    docs,
    config: { meta: macro.meta, docs },
    patch_path: macro.patchPath ?? null,
    arguments: macro.arguments.map(({ name, type, description }) => ({
      name,
      type: type ?? null,
      description,
    })),
    created_at: macro.createdAt,
    supported_languages: macro.supportedLanguages ?? null,
  }
}

/** A docs block in the shape of dbt's manifest. */
export function toDocJson(doc: DocBlock): JsonObject {
  return {
    name: doc.name,
    resource_type: 'doc',
    package_name: doc.packageName,
    path: doc.path,
    original_file_path: doc.originalPath,
    unique_id: doc.id,
    block_contents: doc.contents,
  }
}

/** A group in the shape of dbt's manifest. */
export function toGroupJson(group: Group): JsonObject {
  return {
    name: group.name,
    resource_type: 'group',
    package_name: group.packageName,
    path: group.path,
    original_file_path: group.originalPath,
    unique_id: group.id,
    owner: { email: null, name: null, ...group.owner },
    description: group.description === '' ? null : group.description,
    config: group.config,
  }
}
