import type { DataTest, NodeId } from '../types/index.ts'
import { storesFailures } from './draft.ts'
import { lazily, linkCode } from './link-code.ts'
import { foldersOf, type Linking } from './linking.ts'
import { Patches, patchesOf } from './patches.ts'
import { relationNameOf } from '../names/relation-name.ts'

/** Tests that are queries of their own. */
export function linkSingularTests(linking: Linking): void {
  const patches = new Patches(
    linking,
    'data test',
    patchesOf(linking, (file) => file.dataTests),
  )
  for (const [file, code] of linking.parsed.singularTests) {
    const base = linkCode(linking, {
      file,
      code,
      kind: 'test',
      id: `test.${file.packageName}.${code.name}` as NodeId,
      name: code.name,
      path: file.path,
      fqn: [file.packageName, ...foldersOf(file.path), code.name],
      patch: patches.find(file.packageName, code.name),
    })
    if (storesFailures(linking, base))
      base.relationName = relationNameOf(linking.parsed.invocation, base)
    const test = Object.assign(base, { kind: 'test' as const })
    linking.nodes.push(lazily<DataTest>(linking, file, code, test))
  }
  patches.reportUnused([...linking.parsed.singularTests.values()].map((code) => code.name))
}
