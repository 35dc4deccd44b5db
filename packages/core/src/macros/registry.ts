import type { MacroDefinition } from './macro.ts'

type Names = ReadonlyMap<string, MacroDefinition>
const none: Names = new Map()

/** The package under whose name templates reach all built-in macros. */
export const GLOBAL_PACKAGE = 'dbt'

/**
 * Which macro a name means, by dbt's rules: the package of the node that is rendered, the root project, then the built-in
 * packages, strongest first. Other packages' macros need their package's name.
 */
export class MacroRegistry {
  readonly rootPackage: string
  readonly #internalPackages: readonly string[]
  readonly #packages: ReadonlyMap<string, Names>
  readonly #internal: Names
  readonly #anywhere: Names

  /** `internalPackages`: the built-in ones, strongest first (`dbt_duckdb`, `dbt`). */
  constructor(
    macros: Iterable<MacroDefinition>,
    rootPackage: string,
    internalPackages: readonly string[],
  ) {
    const packages = new Map<string, Map<string, MacroDefinition>>()
    for (const macro of macros) {
      let names = packages.get(macro.packageName)
      if (!names) packages.set(macro.packageName, (names = new Map()))
      names.set(macro.name, macro)
    }
    this.rootPackage = rootPackage
    this.#internalPackages = internalPackages
    this.#packages = packages
    this.#internal = flatten(internalPackages.map((name) => packages.get(name) ?? none))
    const others = [...packages.keys()].filter(
      (name) => name !== rootPackage && !internalPackages.includes(name),
    )
    this.#anywhere = flatten([
      packages.get(rootPackage) ?? none,
      ...others.reverse().map((name) => packages.get(name) ?? none),
      this.#internal,
    ])
  }

  /** What the bare `name` means in a template of `fromPackage`. */
  find(name: string, fromPackage: string): MacroDefinition | undefined {
    return (
      this.#packages.get(fromPackage)?.get(name) ??
      this.#packages.get(this.rootPackage)?.get(name) ??
      this.#internal.get(name)
    )
  }

  /** What `packageName.name` means; `dbt` stands for all built-in packages. */
  findIn(packageName: string, name: string): MacroDefinition | undefined {
    if (packageName === GLOBAL_PACKAGE) return this.#internal.get(name)
    return this.#packages.get(packageName)?.get(name)
  }

  /** As tests and materializations are looked up: the named package, then root, other packages and built-ins. */
  findAnywhere(name: string, fromPackage?: string): MacroDefinition | undefined {
    const own = fromPackage === undefined ? undefined : this.#packages.get(fromPackage)?.get(name)
    return own ?? this.#anywhere.get(name)
  }

  /** The packages that have macros. */
  packageNames(): Iterable<string> {
    return this.#packages.keys()
  }

  hasPackage(name: string): boolean {
    return name === GLOBAL_PACKAGE || this.#packages.has(name)
  }

  isInternal(packageName: string): boolean {
    return this.#internalPackages.includes(packageName)
  }

  /** The names that a bare call in `fromPackage` can reach. */
  *names(fromPackage: string): Iterable<string> {
    yield* this.#packages.get(fromPackage)?.keys() ?? []
    yield* this.#packages.get(this.rootPackage)?.keys() ?? []
    yield* this.#internal.keys()
  }

  /** The names below `packageName.`. */
  namesIn(packageName: string): Iterable<string> {
    const names = packageName === GLOBAL_PACKAGE ? this.#internal : this.#packages.get(packageName)
    return names?.keys() ?? []
  }

  *all(): Iterable<MacroDefinition> {
    for (const names of this.#packages.values()) yield* names.values()
  }
}

/** The first map that has a name wins. */
function flatten(maps: readonly Names[]): Names {
  const flat = new Map<string, MacroDefinition>()
  for (const names of maps) {
    for (const [name, macro] of names) if (!flat.has(name)) flat.set(name, macro)
  }
  return flat
}
