import { diagnostic, findNearest } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type {
  NodePatch,
  PropertiesFile,
  SingularTestPatch,
  VersionPatch,
} from '../2-parse/properties/index.ts'
import type { Linking } from './linking.ts'

/** What properties files say of a node, and where. */
export interface Patched<P> {
  readonly file: ProjectFile
  readonly patch: P
  readonly version?: VersionPatch
}

/** The properties of one kind of resource by `package.name`; every one that no node asks for is reported at the end. */
export class Patches<P extends NodePatch | SingularTestPatch> {
  readonly #linking: Linking
  readonly #kind: string
  readonly #byName = new Map<string, Patched<P>>()
  readonly #used = new Set<string>()

  constructor(linking: Linking, kind: string, all: Iterable<Patched<P>>) {
    this.#linking = linking
    this.#kind = kind
    for (const item of all) this.#add(item)
  }

  #add(item: Patched<P>): void {
    const key = `${item.file.packageName}.${item.patch.name}`
    const first = this.#byName.get(key)
    if (!first) {
      this.#byName.set(key, item)
      return
    }
    const { sources } = this.#linking.project
    this.#linking.diagnostics.push(
      diagnostic(
        'duplicate-properties',
        { kind: this.#kind, name: item.patch.name },
        {
          span: sources.spanOf(item.patch.namePlace),
          related: [
            { span: sources.spanOf(first.patch.namePlace), message: 'the first one is here' },
          ],
        },
      ),
    )
  }

  find(packageName: string, name: string): Patched<P> | undefined {
    const key = `${packageName}.${name}`
    const found = this.#byName.get(key)
    if (found) this.#used.add(key)
    return found
  }

  /** Versioned models are named by their entry, not by their file. */
  *versioned(): Iterable<Patched<P>> {
    for (const item of this.#byName.values()) {
      if ('versions' in item.patch && item.patch.versions.length > 0) yield item
    }
  }

  /** Warns of entries that describe nothing. */
  reportUnused(names: readonly string[]): void {
    for (const [key, item] of this.#byName) {
      if (this.#used.has(key)) continue
      const { name, namePlace } = item.patch
      this.#linking.diagnostics.push(
        diagnostic(
          'properties-without-node',
          { kind: this.#kind, name, nearest: findNearest(name, names) },
          { span: this.#linking.project.sources.spanOf(namePlace) },
        ),
      )
    }
  }
}

export function* patchesOf<P>(
  linking: Linking,
  select: (properties: PropertiesFile) => readonly P[],
): Iterable<Patched<P>> {
  for (const [file, properties] of linking.parsed.properties) {
    for (const patch of select(properties)) yield { file, patch }
  }
}
