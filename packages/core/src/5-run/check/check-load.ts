import { loadedSources } from '../../loads/index.ts'
import { toTerms } from '../../loads/request.ts'
import type { LoadedSource, NodeId } from '../../types/index.ts'
import { placeItems } from '../load/with-places.ts'
import type { Checker } from './checker.ts'

/** Stands for any other. */
const SOME_DAY = '2000-01-01'

/** The SQL of contracts, over no rows. The tables that it refers to are known, as far as they can be. */
export async function checkLoads(checker: Checker, wanted: ReadonlySet<NodeId>): Promise<void> {
  for (const node of loadedSources(checker.input.manifest)) {
    if (wanted.has(node.id)) await checkLoad(checker, node)
  }
}

async function checkLoad(checker: Checker, node: LoadedSource): Promise<void> {
  const { catalogue, input } = checker
  const { engine, cache } = catalogue
  const { contract, quarantine } = node.load
  if (node.columns.size === 0 || checker.findObstacle(node.dependsOn?.nodes ?? [])) return
  const areColumnsKnown = (await checker.hasEverything()) && hasTextsOnly(node)
  const request = {
    ...toTerms(node, { ...input, date: SOME_DAY }, (path) => path),
    loadedAt: new Date(SOME_DAY),
    areColumnsKnown,
  }
  const types = [...node.columns.values()].map(({ name, dataType }) => [name, dataType])
  const key = catalogue.answers.keyOfAll([
    'contract',
    JSON.stringify([node.id, types, contract, quarantine, areColumnsKnown]),
  ])
  if (cache.find(key)) return
  const { loader } = await engine.database()
  const found = await loader.checkContract(await engine.connection(), request)
  if (found.length === 0) cache.keep(key, { columns: [], uses: [], reads: [] })
  else checker.report(node, placeItems(found, node, input.runtime))
}

/** Parquet brings types of its own, and a table that takes any column has some that nobody knows. */
function hasTextsOnly({ load: { drift, format, from } }: LoadedSource): boolean {
  const isParquet = format === 'parquet' || from.some((it) => /\.parquet$/i.test(it))
  return !isParquet && drift.extra !== 'add'
}
