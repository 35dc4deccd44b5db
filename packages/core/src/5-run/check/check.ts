import type { Diagnostic } from '@btn/diagnostics'
import type { Checked, NodeId } from '../../types/index.ts'
import { BoundCache } from './bound-cache.ts'
import { Engine } from './engine.ts'
import { addWorker } from './worker.ts'
import { Catalogue } from './catalogue.ts'
import type { CheckInput } from './check-input.ts'
import { checkHooks } from './check-hooks.ts'
import { checkLoads } from './check-load.ts'
import { Checker } from './checker.ts'
import { followPersonal } from './follow-personal.ts'
import { fillCatalogue } from './fill-catalogue.ts'

/** Texts are rendered while the engine thinks about earlier ones, of which it is asked several at once. */
const WORKERS = 48

/**
 * Finds out what every wanted node is, and what is wrong with it, over empty tables in memory. The project's database is not
 * touched.
 */
export async function check(input: CheckInput): Promise<Checked> {
  const engine = new Engine(input.openEmpty)
  try {
    return await checkWith(input, engine)
  } finally {
    await engine.close()
  }
}

async function checkWith(input: CheckInput, engine: Engine): Promise<Checked> {
  const { manifest, cache: kept } = input
  const cache = new BoundCache(kept.basis, kept.text)
  const catalogue = new Catalogue(engine, cache, input)
  const checker = new Checker(input, catalogue)
  const workers = Array.from({ length: WORKERS }, (_, index) =>
    addWorker(checker, `Thread-${index + 1} (worker)`),
  )
  const [first] = workers
  if (!first) throw new Error('a check needs a worker')
  const wanted = withAncestors(input)
  await fillCatalogue(checker, first, wanted)
  const queue = manifest.order.filter((id) => wanted.has(id)).values()
  await Promise.all(
    workers.map(async (worker) => {
      for (const id of queue) await checker.check(id, worker)
    }),
  )
  await checker.checkWaiting(first)
  if (input.findsMistakes) await checkLoads(checker, wanted)
  if (input.findsMistakes) await checkHooks(checker, first, wanted)
  const text = cache.toText(input.isWhole)
  if (text !== undefined) kept.keep(text)
  const order = new Map(manifest.order.map((id, index) => [id, index]))
  const at = (node: NodeId | undefined) => (node ? (order.get(node) ?? 0) : -1)
  const { diagnostics: leaking, ...followed } = followPersonal(input, checker)
  const diagnostics: (Diagnostic & { readonly node?: NodeId })[] = [
    ...checker.diagnostics,
    ...leaking,
  ]
  return {
    nodes: new Map([...checker.nodes].sort(([a], [b]) => at(a) - at(b))),
    ...followed,
    diagnostics: withoutSame(diagnostics.sort((a, b) => at(a.node) - at(b.node))),
    missing: await engine.missing(),
  }
}

/** A mistake in a macro is told once, at the first who calls it: who was looked at first is a matter of chance. */
function withoutSame<T extends Diagnostic>(items: readonly T[]): readonly T[] {
  const keyOf = ({ code, message, span }: T) =>
    JSON.stringify([code, message, span?.source.path, span?.start])
  const firsts = new Map(items.toReversed().map((item) => [keyOf(item), item]))
  return items.filter((item) => firsts.get(keyOf(item)) === item)
}

function withAncestors({ manifest, wanted }: CheckInput): ReadonlySet<NodeId> {
  const found = new Set(wanted)
  // A set that grows while it is walked: each is visited once.
  for (const id of found) for (const parent of manifest.parents.get(id) ?? []) found.add(parent)
  return found
}
