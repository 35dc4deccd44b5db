import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { PreviousState } from '../../../state/previous-state.ts'
import type { JsonObject } from '../../../types/index.ts'
import { isObject } from '../../../types/json.ts'

/** A seed that is too large to be hashed is known by its path alone: says what that leaves unknown. */
export function reportBigSeed(
  node: JsonObject,
  old: JsonObject,
  { seedLimitMib = 1 }: PreviousState,
  report: (fault: Diagnostic) => void,
): void {
  const [own, before] = [node['checksum'], old['checksum']]
  if (node['resource_type'] !== 'seed' || !isObject(own) || own['name'] !== 'path') return
  const params = {
    package: String(node['package_name']),
    name: String(node['name']),
    limit: `>${seedLimitMib}MiB`,
  }
  if (!isObject(before) || before['name'] !== 'path') report(diagnostic('seed-has-grown', params))
  else if (own['checksum'] === before['checksum']) report(diagnostic('seed-not-compared', params))
  else report(diagnostic('seed-has-moved', params))
}
