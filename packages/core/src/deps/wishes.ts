import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { GitSpec, PackageSpec } from './package-spec.ts'

/** Somebody's entry for a package. */
export interface Wish {
  /** `packages.yml`, or the package that lists it. */
  readonly who: string
  readonly spec: PackageSpec
}

/** All entries for one package: the first says where it comes from, all of them which version. */
export interface Wanted {
  readonly key: string
  readonly first: PackageSpec
  readonly wishes: readonly Wish[]
}

/** Packages by what makes two entries mean the same one, in the order in which they were first wanted. */
export class WishList {
  readonly #wanted = new Map<string, Wanted>()

  add(wishes: readonly Wish[]): void {
    for (const wish of wishes) this.#addOne(wish)
  }

  values(): readonly Wanted[] {
    return [...this.#wanted.values()]
  }

  get(key: string): Wanted | undefined {
    return this.#wanted.get(key)
  }

  #addOne(wish: Wish): void {
    const key = keyOf(wish.spec)
    const known = this.#wanted.get(key)
    const wishes = [...(known?.wishes ?? []), wish]
    const first = known?.first ?? wish.spec
    if (first.kind !== wish.spec.kind) {
      const params = { name: key, wishes: describeWishes(wishes) }
      throw new DiagnosticError(
        diagnostic('package-type-clash', params, wish.spec.span && { span: wish.spec.span }),
      )
    }
    this.#wanted.set(key, { key, first, wishes })
  }
}

/** The address, with or without `.git`: both mean the same repository. */
function keyOf(spec: PackageSpec): string {
  if (spec.kind === 'hub') return spec.package
  if (spec.kind === 'local') return spec.path
  if (spec.kind === 'tarball') return spec.url
  const address = spec.address.replace(/\.git$/, '')
  return spec.subdirectory === undefined ? address : `${address}/${spec.subdirectory}`
}

/** `packages.yml wants >=1.0.0, <2.0.0`, for messages. */
export function describeWishes(
  wishes: readonly Wish[],
): readonly { readonly who: string; readonly what: string }[] {
  return wishes.map(({ who, spec }) => ({ who, what: describeSpec(spec) }))
}

function describeSpec(spec: PackageSpec): string {
  if (spec.kind === 'hub') return `${spec.package} ${spec.versions.join(', ')}`
  if (spec.kind === 'local') return `the folder ${spec.path}`
  if (spec.kind === 'tarball') return `the archive ${spec.url}`
  const part = spec.subdirectory === undefined ? '' : ` (${spec.subdirectory})`
  return `${spec.address}${part} at ${spec.revision ?? 'HEAD'}`
}

export function gitSpecs({ wishes }: Wanted): readonly GitSpec[] {
  return wishes.flatMap(({ spec }) =>
    spec.kind === 'git' || spec.kind === 'private' ? [spec] : [],
  )
}
