import { idOf, kindAt } from '../../data/index.ts'
import type { Look } from '../draw/look.ts'
import type { Theme } from '../draw/theme.ts'
import type { GraphOptions } from '../options.ts'
import { categoriesOf } from '../scene/colours.ts'
import { Columns, type ColumnWay } from '../scene/columns.ts'
import { lightNode, type Lit } from '../scene/lit.ts'
import { toProjectGraph, type ProjectGraph } from '../scene/project.ts'
import { makeScene, reopenScene, type OpenRows, type Scene } from '../scene/scene.ts'
import { findVisible, type Visible } from '../scene/visible.ts'
import type { GraphState } from '../state.ts'

/** What became different, for those who draw. */
export interface Change {
  /** Other nodes: the picture has another extent. */
  readonly isNewScene: boolean
  readonly isNewFocus: boolean
}

/** Nodes with more columns show as many as fit on a screen. */
const mostColumns = 80

/** From a state to what is drawn. Columns come from files, so a change may arrive in two steps. */
export class GraphModel {
  readonly project: ProjectGraph
  readonly columns: Columns | undefined
  readonly #kind: GraphOptions['kind']
  readonly #onChange: (change: Change) => void
  state: GraphState
  visible: Visible
  scene: Scene
  way: ColumnWay | undefined
  marked: ReadonlySet<number> = new Set()
  /** Names of the columns of the focused node. */
  focusColumns: readonly string[] | undefined
  #lit: Lit | undefined
  #turn = 0

  constructor(options: GraphOptions, onChange: (change: Change) => void) {
    this.project = toProjectGraph(options.names, options.graph, options.project)
    this.columns = options.columns && new Columns(options.columns)
    this.#kind = options.kind
    this.#onChange = onChange
    this.state = options.state
    this.visible = findVisible(this.project, this.state, this.#kind)
    this.scene = this.#layOut(new Map())
    this.#relight()
    void this.#loadColumns()
  }

  get focusRow(): number | undefined {
    return this.project.rowOf(this.state.focus)
  }

  get focusNode(): number | undefined {
    const row = this.focusRow
    return row === undefined ? undefined : this.scene.nodeOf.get(row)
  }

  idAt(node: number): string {
    return idOf(this.project.names, this.scene.rows[node]!)
  }

  setState(state: GraphState): void {
    const before = this.state
    this.state = state
    const visible = findVisible(this.project, state, this.#kind)
    const isNewScene = !isSame(visible.rows, this.visible.rows)
    this.visible = visible
    if (isNewScene) this.scene = this.#layOut(this.#openNow())
    const isNewFocus = before.focus !== state.focus
    if (isNewFocus) this.focusColumns = undefined
    if (isNewFocus || before.column !== state.column) this.way = undefined
    this.#relight()
    this.#onChange({ isNewScene, isNewFocus })
    void this.#loadColumns()
  }

  /** How the scene looks in the colours of a theme. */
  lookOf(theme: Theme): Look {
    const { scene, project } = this
    const categories = categoriesOf(project, this.state.colour)
    const colours = scene.rows.map((row) => categories.colourOf(categories.nameOf(row), theme.of))
    return {
      scene,
      theme,
      colourOf: (node) => colours[node]!,
      lit: this.#lit,
      way: this.way,
      hasColumns: (node) => this.hasColumns(scene.rows[node]!),
      marked: this.marked,
    }
  }

  hasColumns(row: number): boolean {
    return this.columns !== undefined && withColumns.has(kindAt(this.project.names, row))
  }

  /** Measured, so that a browser's tools show what it took. */
  #layOut(open: OpenRows): Scene {
    const start = performance.now()
    const scene = makeScene(this.project, this.visible.rows, open)
    performance.measure('btn-graph-layout', { start })
    return scene
  }

  #relight(): void {
    const node = this.focusNode
    this.#lit =
      node === undefined || this.#kind === 'near' ? undefined : lightNode(this.scene, node)
  }

  readonly #known = new Map<number, readonly string[]>()

  /** Columns of unfolded nodes, as far as they are here already. */
  #openNow(): ReadonlyMap<number, readonly string[]> {
    const open = new Map<number, readonly string[]>()
    for (const id of this.state.open) {
      const row = this.project.rowOf(id)
      const columns = row === undefined ? undefined : this.#known.get(row)
      if (row !== undefined && columns) open.set(row, columns)
    }
    return open
  }

  async #loadColumns(): Promise<void> {
    const { columns, state } = this
    if (!columns) return
    const turn = ++this.#turn
    const row = this.focusRow
    const open = state.open.flatMap((id) => this.project.rowOf(id) ?? [])
    await Promise.all(
      [...open, ...(row === undefined ? [] : [row])].map((it) => this.#learn(columns, it)),
    )
    const way =
      row === undefined || state.column === '' ? undefined : await columns.wayOf(row, state.column)
    if (turn !== this.#turn) return
    const focusColumns = row === undefined ? undefined : this.#known.get(row)
    const now = this.#openNow()
    const isOther =
      now.size !== this.scene.open.size ||
      [...now.keys()].some((it) => !this.scene.open.has(this.scene.nodeOf.get(it) ?? -1))
    // Most changes need nothing of the files, and what is drawn already is not drawn again.
    if (!isOther && way === this.way && focusColumns === this.focusColumns) return
    this.way = way
    this.focusColumns = focusColumns
    if (isOther) {
      this.scene = reopenScene(this.scene, now)
      this.#relight()
    }
    this.#onChange({ isNewScene: false, isNewFocus: false })
  }

  async #learn(columns: Columns, row: number): Promise<void> {
    if (this.#known.has(row) || !withColumns.has(kindAt(this.project.names, row))) return
    // A file that cannot be read leaves its nodes without columns; the rest goes on.
    const list = await columns.listOf(row).catch(() => undefined)
    this.#known.set(row, list?.names.slice(0, mostColumns) ?? [])
  }
}

const withColumns: ReadonlySet<string> = new Set(['model', 'source', 'seed', 'snapshot'])

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at])
}
