import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { NodePatch } from '../2-parse/properties/index.ts'
import { objects, textOr } from '../described/parts.ts'
import type { JsonObject } from '../types/index.ts'
import type { Linking } from './linking.ts'
import { latestVersion } from './model-versions.ts'
import { columnsOf } from './patched-node.ts'
import type { Patched } from './patches.ts'

/** What a model's entry says of it as a time spine, in the shape of dbt's manifest. */
export function linkTimeSpine(
  linking: Linking,
  patched: Patched<NodePatch> | undefined,
): JsonObject | undefined {
  const spine = patched?.patch.timeSpine
  if (!patched || !spine) return undefined
  const column = textOr(spine['standard_granularity_column'], '') ?? ''
  const custom = objects(spine['custom_granularities']).map((it) => ({
    name: textOr(it['name']),
    column_name: textOr(it['column_name']),
  }))
  // dbt holds the columns of the latest version against it.
  if (patched.version?.v === latestVersion(patched.patch)) {
    const span = linking.project.sources.spanOf(patched.patch.namePlace)
    for (const item of mistakesOf(patched, column, custom))
      linking.diagnostics.push({ ...item, span })
  }
  return { standard_granularity_column: column, custom_granularities: custom }
}

interface CustomGranularity {
  readonly name: string | null
  readonly column_name: string | null
}

function* mistakesOf(
  patched: Patched<NodePatch>,
  column: string,
  custom: readonly CustomGranularity[],
): Iterable<Diagnostic> {
  const { name } = patched.patch
  const columns = columnsOf(patched)
  const names = columns.map((it) => it.name)
  const standard = columns.find((it) => it.name === column)
  if (!standard) yield diagnostic('time-spine-column', { name, column, names })
  else if (textOr(standard.extra['granularity']) === null)
    yield diagnostic('time-spine-granularity', { name, column })
  const needed = custom.map((it) => it.column_name ?? it.name ?? '')
  const missing = needed.filter((it) => !names.includes(it))
  if (missing.length > 0) yield diagnostic('time-spine-custom', { name, missing, names })
}
