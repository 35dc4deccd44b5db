import { idOf } from '../../data/index.ts'
import { nextTo } from '../scene/lit.ts'
import { tellRow } from '../scene/project.ts'
import type { Scene } from '../scene/scene.ts'
import { make } from './dom.ts'

/** All nodes of a scene as a table, from left to right: what the picture says, in words. */
export function fillList(
  panel: HTMLElement,
  scene: Scene,
  hrefOf: (id: string) => string,
  focus: (row: number) => void,
): void {
  const { x, y } = scene.layout
  const order = [...scene.rows.keys()].sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const nameOf = (node: number): string => scene.project.names.name[scene.rows[node]!] ?? ''
  const lines = order.map((node) => {
    const row = scene.rows[node]!
    const link = make('a', {
      href: hrefOf(idOf(scene.project.names, row)),
      text: nameOf(node),
      title: tellRow(scene.project, row),
    })
    link.addEventListener('focus', () => focus(row))
    const cell = (nodes: readonly number[]): HTMLElement =>
      make('td', { text: nodes.map(nameOf).join(', ') })
    return make(
      'tr',
      {},
      make('th', {}, link),
      cell(nextTo(scene, scene.parents, node)),
      cell(nextTo(scene, scene.children, node)),
    )
  })
  const head = make('tr', {}, ...['Name', 'Uses', 'Used by'].map((text) => make('th', { text })))
  panel.replaceChildren(
    make(
      'table',
      {},
      make('caption', { text: `${order.length} nodes, from left to right` }),
      make('thead', {}, head),
      make('tbody', {}, ...lines),
    ),
  )
}
