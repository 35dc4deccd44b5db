import type { JSX } from 'preact'
import { loadData } from '../../load/load-data.ts'
import { linkAt, useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { NodeLink } from '../parts/node-link.tsx'
import { productsOf } from './products-of.ts'

/** In bigger projects this list says nothing, and its data would be read in vain. */
const MOST_MODELS = 500
const MOST_SHOWN = 30

/** What the project makes in the end: the tables that nothing else in it is made of, with what they are. */
export function Products(): JSX.Element | null {
  const { counts, project } = useSite()
  const isSmall = (counts.model ?? 0) <= MOST_MODELS
  const data = useData('products', async () => {
    if (!isSmall) return undefined
    const [names, graph, about] = await Promise.all([
      loadData('names'),
      loadData('graph'),
      loadData('search/about'),
    ])
    return { names, about, rows: productsOf(names, graph, project) }
  })
  if (data.kind !== 'ready' || data.value === undefined) return null
  const { names, about, rows } = data.value
  if (rows.length === 0 || rows.length > MOST_SHOWN) return null
  return (
    <section>
      <h2>What comes out</h2>
      <ul class="products">
        {rows.map((row) => (
          <li key={row}>
            <NodeLink link={linkAt(names, row)} />
            <p>{about.summary[row]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
