import { posix } from 'node:path'
import { diagnostic, DiagnosticError, hasErrors, type Diagnostic } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import type { Project } from '../1-load/index.ts'
import { addEntry, type NewPackage } from './add-entry.ts'
import type { DepsEvent } from './deps-event.ts'
import { DepsSession } from './deps-session.ts'
import type { PackageList } from './package-spec.ts'
import type { PackageWorld } from './package-world.ts'

export { readNewPackage, type NewPackage } from './add-entry.ts'
export type { DepsEvent } from './deps-event.ts'
export { WorldError, type PackageWorld, type WorldFault } from './package-world.ts'

export interface DepsRequest {
  readonly host: Host
  readonly world: PackageWorld
  readonly project: Project
  readonly tell: (event: DepsEvent) => void
  readonly report: (...items: readonly Diagnostic[]) => void
  /** Replaces secrets in a text. */
  readonly scrub: (text: string) => string
  /** Choose versions anew, whatever the lock says. */
  readonly isUpgrade: boolean
  /** Write the lock, and install nothing. */
  readonly isLockOnly: boolean
  readonly isOffline: boolean
  readonly added: NewPackage | undefined
}

/**
 * `btn deps`: chooses a version of every package unless `package-lock.yml` has done so for this very list, and installs them. Mistakes
 * are thrown as `DiagnosticError`s, and leave what was installed before as it was.
 */
export async function installDependencies(request: DepsRequest): Promise<void> {
  const { project, report } = request
  if (request.added) add(request, request.added)
  const list = read(project.packageFiles.own(), report)
  const session = new DepsSession(request, list)
  if (list.specs.length === 0) {
    request.tell({ kind: 'nothing-listed', file: list.file })
    if (!request.isLockOnly) await session.install([])
    return
  }
  const pinned = (await session.pinnedOfLock()) ?? (await session.choose())
  if (!request.isLockOnly) await session.install(pinned)
}

function read(
  outcome: ReturnType<Project['packageFiles']['own']>,
  report: DepsRequest['report'],
): PackageList {
  if (hasErrors(outcome.diagnostics)) throw new DiagnosticError(outcome.diagnostics)
  report(...outcome.diagnostics)
  return outcome.value
}

function add({ host, project, tell }: DepsRequest, added: NewPackage): void {
  const { file } = project.packageFiles.own().value
  const path = posix.resolve(project.root, file)
  const bytes = host.readBytes(path)
  const text = bytes ? new TextDecoder().decode(bytes) : 'packages: []\n'
  const { text: changed, removed } = addEntry(text, added)
  for (const entry of removed) tell({ kind: 'entry-removed', entry })
  host.writeText(path, changed)
  project.packageFiles.forget()
  tell({ kind: 'entry-added', name: added.name, version: added.version ?? '', path: file })
}

/** True when what `--add-package` says is enough to find the package. */
export function checkNewPackage(added: NewPackage): readonly Diagnostic[] {
  if (added.source === 'local' || added.version) return []
  const expected = `${added.name}@<version>, which a package of "${added.source}" needs`
  return [
    diagnostic('invalid-option-value', { option: '--add-package', value: added.name, expected }),
  ]
}
