import {
  idOf,
  kindAt,
  linkTo,
  packageAt,
  type Kind,
  type GraphData,
  type NodeTable,
} from '../../data/index.ts'
import type { IconName } from '../parts/icon.tsx'
import { iconName } from '../parts/icon.tsx'
import { capital, KIND_WORDS } from '../parts/words.ts'
import type { Branch } from './rows.ts'

/** By folder, as the project lies on disk; what has no file of its own comes by kind; other packages come last. */
export function byProject(table: NodeTable, project: string): readonly Branch[] {
  const roots = new Map<string, Draft>()
  const rootOf = (name: string): Draft => {
    const root = roots.get(name) ?? draft(`package:${name}`, name, 'package')
    roots.set(name, root)
    return root
  }
  rootOf(project)
  eachShown(table, (row) => {
    const kind = kindAt(table, row)
    const way = wayOf(table, row, kind)
    if (way === undefined) return
    let place = rootOf(packageAt(table, row))
    for (const [label, icon] of way) place = below(place, label, icon)
    place.leaves.push(leaf(table, row))
  })
  const own = finish(rootOf(project)).children
  roots.delete(project)
  if (roots.size === 0) return own
  const others = [...roots.values()].map(finish).sort(byLabel)
  return [...own, branch('packages', 'Packages', 'package', others)]
}

/** By database and schema, as the relations lie there. */
export function byDatabase(table: NodeTable): readonly Branch[] {
  const root = draft('database', '', 'source')
  eachShown(table, (row) => {
    const schema = table.schemas[table.schema[row] ?? -1]
    if (schema === undefined || !RELATIONS.has(kindAt(table, row))) return
    below(root, schema, 'schema').leaves.push(leaf(table, row))
  })
  return finish(root).children
}

/** By the group that a node is in; what is in none comes last. */
export function byGroup(table: NodeTable, graph: GraphData): readonly Branch[] {
  const root = draft('groups', '', 'group')
  const rest = draft('groups/', 'In no group', 'group')
  eachShown(table, (row) => {
    const kind = kindAt(table, row)
    if (row >= table.graphSize || kind === 'test' || kind === 'unit_test') return
    const group = graph.groups[graph.group[row] ?? -1]
    const place = group === undefined ? rest : below(root, group, 'group')
    place.leaves.push(leaf(table, row))
  })
  const groups = finish(root).children
  if (groups.length === 0) return []
  return rest.leaves.length === 0 ? groups : [...groups, finish(rest)]
}

const RELATIONS: ReadonlySet<Kind> = new Set(['model', 'seed', 'snapshot', 'source', 'function'])
/** What has a file of its own, so that its folder says where it belongs. */
const IN_FOLDERS: ReadonlySet<Kind> = new Set([
  'model',
  'seed',
  'snapshot',
  'analysis',
  'function',
  'macro',
  'report',
])

type Step = readonly [label: string, icon: IconName]

/** The branches above a row; undefined for what the tree leaves out: tests that a properties file makes, by the thousand. */
function wayOf(table: NodeTable, row: number, kind: Kind): readonly Step[] | undefined {
  const file = table.files[table.file[row] ?? -1] ?? ''
  const folders = file.split('/').slice(0, -1)
  const asFolders = folders.map((it): Step => [it, 'folder'])
  if (IN_FOLDERS.has(kind)) return asFolders
  if (kind === 'test') return file.endsWith('.sql') ? asFolders : undefined
  if (kind === 'operation') return undefined
  const head: Step = [capital(KIND_WORDS[kind][1]), iconName(kind)]
  if (kind !== 'source') return [head]
  const name = table.name[row] ?? ''
  return [head, [name.slice(0, Math.max(name.indexOf('.'), 0)) || name, 'source']]
}

function eachShown(table: NodeTable, visit: (row: number) => void): void {
  table.hidden.forEach((hidden, row) => {
    if (hidden === 0) visit(row)
  })
}

function leaf(table: NodeTable, row: number): Branch {
  const id = idOf(table, row)
  const kind = kindAt(table, row)
  const name = table.name[row] ?? ''
  const label = kind === 'source' ? name.slice(name.indexOf('.') + 1) : name
  return { key: id, label, icon: iconName(kind), hash: linkTo(id), children: [], size: 1 }
}

/** A branch that is still being filled. */
interface Draft {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly branches: Map<string, Draft>
  readonly leaves: Branch[]
}

const draft = (key: string, label: string, icon: IconName): Draft => ({
  key,
  label,
  icon,
  branches: new Map(),
  leaves: [],
})

function below(place: Draft, label: string, icon: IconName): Draft {
  const found = place.branches.get(label) ?? draft(`${place.key}/${label}`, label, icon)
  place.branches.set(label, found)
  return found
}

function finish(place: Draft): Branch {
  const folders = [...place.branches.values()].map(finish)
  folders.sort((a, b) => Number(a.icon !== 'folder') - Number(b.icon !== 'folder') || byLabel(a, b))
  return branch(place.key, place.label, place.icon, [...folders, ...place.leaves.toSorted(byLabel)])
}

function branch(key: string, label: string, icon: IconName, children: readonly Branch[]): Branch {
  const size = children.reduce((sum, it) => sum + it.size, 0)
  return { key, label, icon, children, size }
}

const collator = new Intl.Collator('en', { numeric: true })
const byLabel = (a: Branch, b: Branch): number => collator.compare(a.label, b.label)
