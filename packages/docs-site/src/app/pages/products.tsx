import type { JSX } from 'preact'
import { loadData } from '../../load/load-data.ts'
import { linkAt, useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { counted } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { NodeLink } from '../parts/node-link.tsx'
import { toHash } from '../route/route.ts'
import { foldersOf } from './folders-of.ts'
import { productsOf } from './products-of.ts'

/** In bigger projects the graph would be read in vain. */
const MOST_MODELS = 500
/** A longer list says nothing; then it is told where things lie. */
const MOST_SHOWN = 30

/** What the project makes in the end, the tables that nothing else in it is made of; or, where they are many, its folders. */
export function Products(): JSX.Element | null {
  const { counts, project } = useSite()
  const isSmall = (counts.model ?? 0) <= MOST_MODELS
  const data = useData('products', async () => {
    const [names, graph, about] = await Promise.all([
      loadData('names'),
      isSmall ? loadData('graph') : undefined,
      isSmall ? loadData('search/about') : undefined,
    ])
    return { names, about, rows: graph ? productsOf(names, graph, project) : [] }
  })
  if (data.kind !== 'ready') return null
  const { names, about, rows } = data.value
  if (!isSmall || rows.length > MOST_SHOWN)
    return <Folders list={foldersOf(names, project, MOST_SHOWN)} />
  if (rows.length === 0) return null
  return (
    <section>
      <h2>What comes out</h2>
      <ul class="products">
        {rows.map((row) => (
          <li key={row}>
            <NodeLink link={linkAt(names, row)} />
            <p>{about?.summary[row]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Folders({ list }: { readonly list: ReturnType<typeof foldersOf> }): JSX.Element | null {
  const { project } = useSite()
  if (list.length < 2) return null
  return (
    <section>
      <h2>Where things are</h2>
      <ul class="products">
        {list.map(({ path, models }) => (
          <li key={path}>
            <a
              class="node-link"
              href={toHash({ kind: 'list', by: 'folder', value: `${project}/${path}` })}
            >
              <Icon name="folder" />
              {path}
            </a>
            <p>{counted(models, 'model')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
