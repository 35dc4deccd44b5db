import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedSnapshot } from '../2-parse/index.ts'
import type { NodePatch } from '../2-parse/properties/index.ts'
import type { Config, Json, NodeId, Place, Snapshot } from '../types/index.ts'
import { checkSnapshot } from './check-snapshot.ts'
import { lazily, linkCode } from './link-code.ts'
import type { Draft } from './draft.ts'
import { foldersOf, type Linking } from './linking.ts'
import { Patches, patchesOf, type Patched } from './patches.ts'
import { relationNameOf } from '../names/relation-name.ts'

/** Snapshots: the blocks of `.sql` files, and the entries of properties files that name a relation. */
export function linkSnapshots(linking: Linking): void {
  const { snapshots, relationSnapshots } = linking.parsed
  const patches = new Patches(
    linking,
    'snapshot',
    patchesOf(linking, (file) => file.snapshots),
  )
  const names: string[] = []
  for (const [file, parsed] of [...snapshots, ...relationSnapshots]) {
    for (const code of parsed) {
      names.push(code.name)
      const node = linkSnapshot(linking, file, code, patches.find(file.packageName, code.name))
      if (node.config['enabled'] !== false) checkSnapshot(linking, node, code.namePlace)
      linking.nodes.push(node)
    }
  }
  patches.reportUnused(names)
}

function linkSnapshot(
  linking: Linking,
  file: ProjectFile,
  code: ParsedSnapshot,
  patch: Patched<NodePatch> | undefined,
): Snapshot {
  const { name, rawCode } = code
  const isBlock = rawCode === undefined
  const folders = foldersOf(file.path)
  // The file counts among the folders of a block, because it may hold several.
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const base = linkCode(linking, {
    file,
    code,
    kind: 'snapshot',
    id: `snapshot.${file.packageName}.${name}` as NodeId,
    name,
    path: isBlock ? file.path : `${name}.sql`,
    fqn: [file.packageName, ...folders, ...(isBlock ? [fileName] : []), name],
    patch,
  })
  moveToTarget(base, base.config)
  base.relationName = relationNameOf(linking.parsed.invocation, base)
  const place: Place = { file: file.file, start: code.start, end: code.end }
  const snapshot = Object.assign(base, { kind: 'snapshot' as const, place, isBlock })
  return isBlock
    ? lazily<Snapshot>(linking, file, code, snapshot)
    : Object.assign(snapshot, { rawCode })
}

/** `target_schema` and `target_database`, the older settings, name the place as it is: no macro has a say. */
function moveToTarget(node: Draft<Pick<Snapshot, 'database' | 'schema'>>, config: Config): void {
  const { target_database: database, target_schema: schema } = config
  if (isGiven(database)) node.database = database
  if (isGiven(schema)) node.schema = schema
}

function isGiven(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}
