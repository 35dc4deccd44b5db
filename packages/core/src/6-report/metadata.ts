import { createHash } from 'node:crypto'
import type { Host } from '../host.ts'
import type { JsonObject, Manifest } from '../types/index.ts'
import type { Invocation } from './invocation.ts'
import { readMetadataEnv } from './secrets.ts'

/** A point in time with microseconds, as dbt writes it; the clock gives milliseconds. */
export function toTimestamp(date: Date): string {
  return date.toISOString().replace('Z', '000Z')
}

/** The metadata that every artifact begins with. */
export function toMetadata(host: Host, invocation: Invocation, schema: string): JsonObject {
  return {
    dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
    dbt_version: invocation.dbtVersion,
    btn_version: invocation.btnVersion,
    generated_at: toTimestamp(host.now()),
    invocation_id: invocation.id,
    invocation_started_at: toTimestamp(invocation.startedAt),
    env: readMetadataEnv(host.environment),
  }
}

export function toManifestMetadata(
  host: Host,
  invocation: Invocation,
  manifest: Manifest,
): JsonObject {
  const { quoting } = invocation
  return {
    ...toMetadata(host, invocation, 'manifest/v12'),
    project_name: manifest.projectName,
    project_id: createHash('md5').update(manifest.projectName).digest('hex'),
    // btn knows no users and sends nothing.
    user_id: null,
    send_anonymous_usage_stats: false,
    adapter_type: manifest.adapterType,
    quoting: {
      database: quoting['database'] ?? true,
      schema: quoting['schema'] ?? true,
      identifier: quoting['identifier'] ?? true,
      column: quoting['column'] ?? null,
    },
    run_started_at: toTimestamp(invocation.startedAt),
  }
}
