import { createHash } from 'node:crypto'
import { flagTable, type FlagName } from './1-load/flags-table.ts'
import type { Flags, Package, Project } from './1-load/index.ts'
import type { ParseResult } from './2-parse/index.ts'
import type { Manifest } from './types/index.ts'

/**
 * Stands for everything that a manifest came from: two manifests with the same basis are the same. Undefined where that cannot be
 * told: then the manifest is to be taken for a new one.
 */
export function basisOf(
  { rootPackage, packages, target, flags, cliVars, selectors }: Project,
  parsed: ParseResult,
  { nodes, disabled, parents }: Manifest,
): string | undefined {
  if (parsed.basis === undefined || parsed.inline) return undefined
  const settings = JSON.stringify([
    parsed.basis,
    flagsOf(flags),
    cliVars,
    rootPackage.root,
    target?.context,
    selectors?.value,
    [...packages.values()].map(settingsOf),
    parsed.hooks,
  ])
  // Names and hooks come from macros, which may look at anything.
  const names = [...nodes.values(), ...[...disabled.values()].flat()].map((node) => {
    const place = 'database' in node ? `${node.database}.${node.schema}` : ''
    const alias = 'alias' in node ? node.alias : ''
    return `${node.id} ${place}.${alias} ${parents.get(node.id)?.join(' ')}`
  })
  return createHash('md5').update(settings).update(names.join('\n')).digest('hex')
}

/** Global flags that say something about nodes; of the others, the parser notes what templates read. */
const GLOBAL_FLAGS: ReadonlySet<string> = new Set<FlagName>([
  'maximum_seed_size_mib',
  'partial_parse',
  'store_failures',
  'strict',
])

function flagsOf(flags: Flags) {
  const isGlobal = (name: string): boolean =>
    Object.entries(flagTable).some(
      ([it, spec]) => it === name && (spec.isGlobal || 'isOfCommand' in spec),
    )
  return Object.entries(flags).filter(([name]) => GLOBAL_FLAGS.has(name) || !isGlobal(name))
}

/** A package but for its files, which are part of what was parsed. */
function settingsOf({ files: _, configs, vars, ...rest }: Package) {
  const trees = Object.entries(configs).map(([key, { rendered, unrendered }]) => [
    key,
    rendered.value,
    unrendered,
  ])
  return { ...rest, vars: vars.value, trees }
}
