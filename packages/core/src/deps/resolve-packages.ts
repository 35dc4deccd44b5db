import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { PackageList } from './package-spec.ts'
import { pinPackage, type PinOptions } from './pin-package.ts'
import { labelOfPinned, type PinnedPackage } from './pinned-package.ts'
import { describeWishes, WishList, type Wanted } from './wishes.ts'

/**
 * Finds a version of every package that is listed, by the project or by its packages. As in dbt, a version is chosen with what is known
 * when a package is first met; more entries narrow it down later, and the last choice counts.
 */
export async function resolvePackages(
  list: PackageList,
  projectName: string,
  options: PinOptions,
): Promise<readonly PinnedPackage[]> {
  const final = new WishList()
  const pinned = new Map<string, PinnedPackage>()
  let pending = new WishList()
  pending.add(list.specs.map((spec) => ({ who: list.file, spec })))
  while (pending.values().length > 0) {
    const next = new WishList()
    for (const { key, wishes } of pending.values()) {
      final.add(wishes)
      const before = pinned.get(key)
      const found = await pinAgain(final.get(key), before, options)
      if (!found || found === before) continue
      pinned.set(key, found)
      next.add(found.list.map((spec) => ({ who: labelOfPinned(found), spec })))
    }
    pending = next
  }
  const chosen = final.values().flatMap((wanted) => pinned.get(wanted.key) ?? [])
  checkNames(final.values(), pinned, projectName)
  return chosen
}

/** Gives the very package of before when more wishes have changed nothing: what it lists is known then. */
async function pinAgain(
  wanted: Wanted | undefined,
  before: PinnedPackage | undefined,
  options: PinOptions,
): Promise<PinnedPackage | undefined> {
  if (!wanted) return before
  if (before?.kind === 'local' || before?.kind === 'tarball') return before
  const found = await pinPackage(wanted, options)
  return before && labelOfPinned(before) === labelOfPinned(found) ? before : found
}

function checkNames(
  all: readonly Wanted[],
  pinned: ReadonlyMap<string, PinnedPackage>,
  projectName: string,
): void {
  const seen = new Map<string, Wanted>()
  for (const wanted of all) {
    const name = pinned.get(wanted.key)?.projectName
    if (name === undefined) continue
    const where = wanted.first.span && { span: wanted.first.span }
    if (name === projectName) {
      throw new DiagnosticError(diagnostic('package-is-root', { name }, where))
    }
    const other = seen.get(name)
    if (other) {
      const wishes = describeWishes([...other.wishes, ...wanted.wishes])
      throw new DiagnosticError(diagnostic('package-duplicate-project', { name, wishes }, where))
    }
    seen.set(name, wanted)
  }
}
