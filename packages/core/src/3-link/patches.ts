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

/** Who has which resource of a kind. */
export interface Owners {
  has(packageName: string, name: string): boolean
}

/** The properties of one kind of resource by `package.name`; every one that no node asks for is reported at the end. */
export class Patches<P extends NodePatch | SingularTestPatch> {
  readonly #linking: Linking
  readonly #kind: string
  readonly #byKey = new Map<string, Patched<P>>()
  readonly #byName = new Map<string, readonly Patched<P>[]>()
  readonly #used = new Set<string>()
  readonly #owners: Owners | undefined

  /** With `owners`, what a package says of a resource that it lacks is said of another package's resource of that name. */
  constructor(linking: Linking, kind: string, all: Iterable<Patched<P>>, owners?: Owners) {
    this.#linking = linking
    this.#kind = kind
    this.#owners = owners
    for (const item of all) this.#add(item)
  }

  #add(item: Patched<P>): void {
    const key = `${item.file.packageName}.${item.patch.name}`
    const first = this.#byKey.get(key)
    if (!first) {
      this.#byKey.set(key, item)
      const { name } = item.patch
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), item])
      return
    }
    this.#reportTwice(item, first)
  }

  #reportTwice(item: Patched<P>, first: Patched<P>): void {
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
    const own = this.#byKey.get(`${packageName}.${name}`)
    const other = this.#findElsewhere(name, own)
    if (own && other && other !== own) this.#reportTwice(other, own)
    const found = own ?? other
    for (const it of [own, other]) if (it) this.#used.add(`${it.file.packageName}.${name}`)
    return found
  }

  /** What a package says of a resource that another one has: a seed of the package that the project replaces by its own. */
  #findElsewhere(name: string, own: Patched<P> | undefined): Patched<P> | undefined {
    const owners = this.#owners
    const candidates = this.#byName.get(name) ?? []
    if (!owners || candidates.every((it) => it === own)) return own
    return candidates.find(({ file, patch }) => {
      const hasVersions = 'versions' in patch && patch.versions.length > 0
      return !hasVersions && !owners.has(file.packageName, name)
    })
  }

  /** Versioned models are named by their entry, not by their file. */
  *versioned(): Iterable<Patched<P>> {
    for (const item of this.#byKey.values()) {
      if ('versions' in item.patch && item.patch.versions.length > 0) yield item
    }
  }

  /** Warns of entries that describe nothing. */
  reportUnused(names: readonly string[]): void {
    for (const [key, item] of this.#byKey) {
      if (this.#used.has(key)) continue
      const { name, namePlace } = item.patch
      const file = item.file.originalPath
      const where = { span: this.#linking.project.sources.spanOf(namePlace) }
      const kind = findKind(this.#linking, name)
      const isMisplaced = kind !== undefined && isReferable(this.#kind) && kind !== this.#kind
      const unused = isMisplaced
        ? diagnostic('properties-of-other-kind', { name, kind, section: this.#kind, file }, where)
        : diagnostic(
            'properties-without-node',
            { kind: this.#kind, name, file, nearest: findNearest(name, names) },
            where,
          )
      this.#linking.diagnostics.push(unused)
    }
  }
}

const REFERABLE = ['model', 'seed', 'snapshot'] as const

function isReferable(kind: string): boolean {
  return REFERABLE.some((it) => it === kind)
}

/** What `ref()` of the name would give. */
function findKind({ parsed }: Linking, name: string): (typeof REFERABLE)[number] | undefined {
  const named = {
    model: parsed.models.values(),
    seed: parsed.seeds.values(),
    snapshot: [...parsed.snapshots.values()].flat(),
  }
  return REFERABLE.find((kind) => [...named[kind]].some((it) => it.name === name))
}

export function* patchesOf<P>(
  linking: Linking,
  select: (properties: PropertiesFile) => readonly P[],
): Iterable<Patched<P>> {
  for (const [file, properties] of linking.parsed.properties) {
    for (const patch of select(properties)) yield { file, patch }
  }
}

/** The owners of what lies in files, by the name that each file gives; what is disabled belongs to nobody. */
export function ownersOf<T extends { readonly name: string }>(
  parsed: ReadonlyMap<ProjectFile, T>,
  isEnabled: (file: ProjectFile, item: T) => boolean,
): Owners {
  let files: Map<string, readonly [ProjectFile, T]> | undefined
  return {
    has(packageName, name) {
      files ??= new Map([...parsed].map((it) => [`${it[0].packageName}.${it[1].name}`, it]))
      const found = files.get(`${packageName}.${name}`)
      return found !== undefined && isEnabled(...found)
    },
  }
}
