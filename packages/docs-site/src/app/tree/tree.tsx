import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { NodeTable } from '../../data/index.ts'
import { loadData } from '../../load/load-data.ts'
import { Await } from '../data/await.tsx'
import { useNames, useSite } from '../data/site.ts'
import { useData } from '../data/use-data.ts'
import { Empty } from '../parts/empty.tsx'
import { recall, remember } from '../shell/memory.ts'
import { byDatabase, byGroup, byProject } from './branches.ts'
import { TreeView } from './tree-view.tsx'

const WAYS = [
  ['project', 'Project'],
  ['database', 'Database'],
  ['group', 'Groups'],
] as const
type Way = (typeof WAYS)[number][0]
const KEY = 'btn-docs-tree'

/** Everything with a page, as a tree by folder, by schema or by group. */
export function Tree({ current }: { readonly current: string }): JSX.Element {
  const names = useNames()
  const [way, setWay] = useState<Way>(
    () => WAYS.find(([it]) => it === recall(KEY))?.[0] ?? 'project',
  )
  const choose = (next: Way): void => {
    remember(KEY, next)
    setWay(next)
  }
  return (
    <>
      <div class="tree-head" role="radiogroup" aria-label="The tree by">
        {WAYS.map(([it, words]) => (
          <button
            key={it}
            type="button"
            role="radio"
            class="tree-way"
            aria-checked={way === it}
            onClick={() => choose(it)}
          >
            {words}
          </button>
        ))}
      </div>
      <Await data={names} what="The tree">
        {(table) => <TreeBy key={way} way={way} table={table} current={current} />}
      </Await>
    </>
  )
}

interface TreeByProps {
  readonly way: Way
  readonly table: NodeTable
  readonly current: string
}

function TreeBy({ way, ...props }: TreeByProps): JSX.Element {
  return way === 'group' ? <TreeByGroup {...props} /> : <TreeByPlace way={way} {...props} />
}

function TreeByPlace({ way, table, current }: TreeByProps): JSX.Element {
  const { project } = useSite()
  const branches = useMemo(
    () => (way === 'project' ? byProject(table, project) : byDatabase(table)),
    [table],
  )
  if (branches.length === 0) {
    return (
      <Empty todo="Add models to see them here.">Nothing of this project is in a database.</Empty>
    )
  }
  return <TreeView label={`Tree by ${way}`} branches={branches} current={current} />
}

function TreeByGroup({ table, current }: Omit<TreeByProps, 'way'>): JSX.Element {
  const graph = useData('graph', () => loadData('graph'))
  return (
    <Await data={graph} what="The groups">
      {(it) => <Groups branches={byGroup(table, it)} current={current} />}
    </Await>
  )
}

function Groups({
  branches,
  current,
}: {
  readonly branches: ReturnType<typeof byGroup>
  readonly current: string
}) {
  if (branches.length === 0) {
    return (
      <Empty
        todo={
          <>
            Name them under <code>groups:</code> in a YAML file, and give models{' '}
            <code>config: group:</code>.
          </>
        }
      >
        This project has no groups.
      </Empty>
    )
  }
  return <TreeView label="Tree by group" branches={branches} current={current} />
}
