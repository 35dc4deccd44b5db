import type { ProjectFile } from '../1-load/index.ts'
import type { NodePatch } from '../2-parse/properties/index.ts'
import { compareVersions } from '../names/compare-versions.ts'
import type { Linking } from './linking.ts'
import type { Patched, Patches } from './patches.ts'

/** The version that a `ref` without one means; undefined for models without versions. */
export function latestVersion(patch: NodePatch): string | number | undefined {
  if (patch.versions.length === 0) return undefined
  if (patch.latestVersion !== undefined) return patch.latestVersion
  return patch.versions
    .map((item) => item.v)
    .sort(compareVersions)
    .at(-1)
}

/** Which file holds which version: `defined_in`, else `name_v2`, and for the latest also the bare name. */
export function versionedFiles(
  linking: Linking,
  patches: Patches<NodePatch>,
): ReadonlyMap<ProjectFile, Patched<NodePatch>> {
  const versioned = [...patches.versioned()]
  const files = new Map<string, ProjectFile>()
  if (versioned.length > 0) {
    for (const [file, code] of linking.parsed.models) {
      files.set(`${file.packageName}.${code.name}`, file)
    }
  }
  const found = new Map<ProjectFile, Patched<NodePatch>>()
  for (const item of versioned) {
    const { packageName } = item.file
    const latest = latestVersion(item.patch)
    for (const version of item.patch.versions) {
      const names = [version.definedIn ?? `${item.patch.name}_v${version.v}`]
      if (version.v === latest) names.push(item.patch.name)
      const file = names
        .map((name) => files.get(`${packageName}.${name}`))
        .find((candidate) => candidate)
      if (file && !found.has(file)) found.set(file, { ...item, version })
    }
    patches.find(packageName, item.patch.name)
  }
  return found
}
