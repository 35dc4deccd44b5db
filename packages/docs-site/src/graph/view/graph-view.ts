import { idOf } from '../../data/index.ts'
import type { Look, View } from '../draw/look.ts'
import { readTheme } from '../draw/theme.ts'
import { exportScene } from '../export/export.ts'
import type { GraphOptions } from '../options.ts'
import { nextTo } from '../scene/lit.ts'
import { tellRow } from '../scene/project.ts'
import { hitTest, portOf, type Hit } from '../scene/scene.ts'
import { toQuery, type GraphState } from '../state.ts'
import { listen, type Stop } from '../ui/dom.ts'
import { Minimap } from '../ui/minimap.ts'
import { makeShell, type Shell } from '../ui/shell.ts'
import { showTip } from '../ui/tip.ts'
import { makeToolbar, type Toolbar } from '../ui/toolbar.ts'
import { centred, toPlane } from './camera.ts'
import { Gaze } from './gaze.ts'
import { commandOf, type Command } from './keys.ts'
import { GraphModel, type Change } from './model.ts'
import { Hits } from './hits.ts'
import { drawOverlay } from './overlay.ts'
import { Panels } from './panels.ts'
import { followPointer, type Point } from './pointer.ts'
import { Surface } from './surface.ts'
import { walkTo } from './walk.ts'
import { watchSurroundings } from './watch.ts'

/** Of a longer way the first nodes are unfolded; more would be a wall of columns. */
const mostUnfolded = 40

/** Ties the parts together: what a reader does becomes a state, a state becomes a picture. */
export class GraphView {
  readonly #options: GraphOptions
  readonly #model: GraphModel
  readonly #toolbar: Toolbar
  readonly #shell: Shell
  readonly #surface: Surface
  readonly #minimap: Minimap
  readonly #gaze: Gaze
  readonly #panels: Panels
  readonly #hits = new Hits()
  readonly #stops: readonly Stop[]
  #look: Look
  #hover: Hit | undefined

  constructor(element: HTMLElement, options: GraphOptions) {
    this.#options = options
    this.#toolbar = makeToolbar(options, {
      change: (part) => this.#change(part),
      search: (text) => this.#search(text),
      nextHit: (step) => this.#nextHit(step),
      fit: () => this.#gaze.fit(),
      zoom: (factor) => this.#gaze.zoom(factor),
      save: (format) => void this.#save(format),
      toggleList: () => this.#panels.toggleList(),
    })
    this.#shell = makeShell(options.kind, this.#toolbar)
    element.append(this.#shell.root)
    this.#model = new GraphModel(options, (change) => this.#show(change))
    this.#look = this.#model.lookOf(readTheme(this.#shell.root))
    this.#surface = new Surface(this.#shell.canvas, (context, view) =>
      drawOverlay(context, view, this.#look, {
        hovered: this.#hover?.node,
        focused: this.#model.focusNode,
      }),
    )
    this.#minimap = new Minimap(this.#shell.mini, (x, y) =>
      this.#surface.setView(centred(this.#surface.view, x, y)),
    )
    this.#surface.onView = (view) => this.#showView(view)
    this.#gaze = new Gaze(
      this.#model,
      this.#surface,
      options.kind === 'whole' ? this.#shell.legend : undefined,
    )
    this.#panels = new Panels(this.#shell, this.#toolbar, this.#model, {
      change: (part, isStep) => this.#change(part, isStep),
      focusRow: (row) => this.#focusRow(row),
      toggleColumns: (id) => this.#toggleColumns(id),
      unfoldWay: () => this.#unfoldWay(),
      hrefOf: options.hrefOf,
    })
    this.#stops = this.#listen()
    this.#show({ isNewScene: true, isNewFocus: true })
  }

  setState(state: GraphState): void {
    // What was told to the address comes back from it.
    if (toQuery(state) !== toQuery(this.#model.state)) this.#model.setState(state)
  }

  focusCanvas(): void {
    this.#shell.canvas.focus()
  }

  destroy(): void {
    this.#stops.forEach((stop) => stop())
    this.#surface.destroy()
    this.#minimap.stop()
    this.#shell.root.remove()
  }

  #change(part: Partial<GraphState>, isStep = false): void {
    const state = { ...this.#model.state, ...part }
    this.#model.setState(state)
    this.#options.onState(state, isStep)
  }

  // From the model to the page.

  #show({ isNewScene, isNewFocus }: Change): void {
    const before = this.#look.scene
    if (isNewScene) this.#findHits()
    this.#setLook(this.#model.lookOf(this.#look.theme))
    // Before the picture is placed: what stands around it covers some of it.
    this.#panels.show(this.#look.theme)
    if (isNewScene) this.#gaze.start(true)
    else {
      if (before !== this.#model.scene) this.#keepPlace(before)
      if (isNewFocus) this.#gaze.reveal()
    }
  }

  #setLook(look: Look): void {
    this.#look = look
    this.#surface.setLook(look)
    this.#minimap.setLook(look, ratio())
    this.#showView(this.#surface.view)
  }

  #showView(view: View): void {
    this.#minimap.show(view, this.#look, ratio())
  }

  /** When columns unfold, the focused node stays where it is on the screen. */
  #keepPlace(before: Look['scene']): void {
    const { focusNode: node, scene } = this.#model
    if (node === undefined || before.rows !== scene.rows) return
    const { view } = this.#surface
    this.#surface.setView({ ...view, y: view.y + portOf(scene, node) - portOf(before, node) })
  }

  // From the reader to the model.

  #listen(): readonly Stop[] {
    const { canvas, stage } = this.#shell
    return [
      watchSurroundings(stage, {
        onSize: () => {
          this.#surface.resize(stage.clientWidth, stage.clientHeight, ratio())
          this.#setLook(this.#look)
          this.#gaze.start()
        },
        onTheme: () => {
          this.#setLook(this.#model.lookOf(readTheme(this.#shell.root)))
          this.#panels.show(this.#look.theme)
        },
      }),
      listen(canvas, 'keydown', (event) => this.#onKey(event)),
      followPointer(this.#surface, {
        onHover: (point) => this.#setHover(point),
        onClick: (point, event) => this.#onClick(point, event),
        onDoubleClick: (point) => {
          const hit = this.#hitAtPoint(point)
          if (hit && hit.column === undefined && !hit.isFold) this.#open(hit.node)
        },
        takesWheel: () => this.#options.kind === 'whole' || document.activeElement === canvas,
      }),
    ]
  }

  #hitAtPoint({ x, y }: Point): Hit | undefined {
    return hitTest(this.#model.scene, ...toPlane(this.#surface.view, x, y))
  }

  #setHover(point: Point | undefined): void {
    const hit = point && this.#hitAtPoint(point)
    this.#shell.canvas.classList.toggle('is-over', hit !== undefined)
    if (point && hit) {
      const { width, height } = this.#surface.view
      showTip(this.#shell.tip, this.#model.scene, hit, { ...point, width, height })
    } else this.#shell.tip.hidden = true
    const isSame = hit?.node === this.#hover?.node
    this.#hover = hit
    if (!isSame) this.#surface.request()
  }

  #onClick(point: Point, event: PointerEvent): void {
    const hit = this.#hitAtPoint(point)
    if (!hit) return this.#letGo()
    const { scene } = this.#model
    const row = scene.rows[hit.node]!
    const id = idOf(this.#model.project.names, row)
    const column = hit.column === undefined ? undefined : scene.open.get(hit.node)?.[hit.column]
    if (event.ctrlKey || event.metaKey || event.button === 1)
      window.open(this.#options.hrefOf(id), '_blank', 'noopener')
    else if (hit.isFold && this.#model.hasColumns(row)) this.#toggleColumns(id)
    else if (column !== undefined) this.#pickColumn(id, column)
    else if (this.#options.kind === 'near') this.#options.onOpen(id)
    else this.#focusRow(row)
  }

  /** In a neighbourhood the focus is what the page is about, and stays. */
  #pickColumn(id: string, column: string): void {
    const { state } = this.#model
    if (this.#options.kind === 'near' && id !== state.focus) return this.#options.onOpen(id)
    const isSame = state.focus === id && state.column === column
    this.#change({ focus: id, column: isSame ? '' : column }, true)
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    this.#run(command)
  }

  #run(command: Command): void {
    const node = this.#model.focusNode
    if (command.kind === 'walk') this.#walk(command.to)
    else if (command.kind === 'zoom') this.#gaze.zoom(command.factor)
    else if (command.kind === 'pan') this.#gaze.pan(command.dx, command.dy)
    else if (command.kind === 'fit') this.#gaze.fit()
    else if (command.kind === 'clear') this.#letGo()
    else if (command.kind === 'search') this.#toolbar.focusSearch()
    else if (node !== undefined && command.kind === 'open') this.#open(node)
    else if (node !== undefined) this.#toggleColumns(this.#model.idAt(node))
  }

  #walk(to: 'parent' | 'child' | 'above' | 'below'): void {
    if (this.#options.kind === 'near') {
      const [dx, dy] = nearPans[to]
      this.#gaze.pan(dx, dy)
      return
    }
    const next = walkTo(this.#model.scene, this.#model.focusNode, to)
    if (next !== undefined) this.#focusRow(this.#model.scene.rows[next]!)
  }

  #open(node: number): void {
    this.#options.onOpen(this.#model.idAt(node))
  }

  #focusRow(row: number): void {
    const { project, scene } = this.#model
    this.#change({ focus: idOf(project.names, row), column: '' })
    const node = scene.nodeOf.get(row)
    if (node === undefined) return
    const up = nextTo(scene, scene.parents, node).length
    const down = nextTo(scene, scene.children, node).length
    this.#shell.live.textContent = `${tellRow(project, row)}. Uses ${up}, used by ${down}.`
  }

  /** First the column, then the node. */
  #letGo(): void {
    const { state } = this.#model
    if (state.column !== '') this.#change({ column: '' })
    else if (state.focus !== '' && this.#options.kind === 'whole') this.#change({ focus: '' })
  }

  #toggleColumns(id: string): void {
    const { open } = this.#model.state
    const others = open.filter((it) => it !== id)
    this.#change({ open: others.length < open.length ? others : [...open, id] })
  }

  #unfoldWay(): void {
    const { way, project, scene, state } = this.#model
    if (!way) return
    const rows = [...way.columns.keys()].filter((row) => scene.nodeOf.has(row))
    const ids = rows.slice(0, mostUnfolded).map((row) => idOf(project.names, row))
    this.#change({ open: [...new Set([...state.open, ...ids])] })
    this.#gaze.showRows(rows)
  }

  #search(text: string): void {
    this.#findHits(text)
    this.#setLook({ ...this.#look, marked: this.#model.marked })
  }

  #findHits(text?: string): void {
    this.#hits.search(this.#model.scene, text)
    this.#toolbar.showHits(this.#hits.at, this.#hits.count)
    this.#model.marked = this.#hits.nodes
  }

  #nextHit(step: 1 | -1): void {
    const node = this.#hits.step(step)
    if (node === undefined) return
    this.#toolbar.showHits(this.#hits.at, this.#hits.count)
    this.#focusRow(this.#model.scene.rows[node]!)
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    const { state, project, focusRow } = this.#model
    const name = focusRow === undefined ? '' : (project.names.name[focusRow] ?? '')
    try {
      await exportScene(this.#look, format, state.select || name)
    } catch (error) {
      this.#shell.live.textContent = error instanceof Error ? error.message : String(error)
    }
  }
}

const panStep = 60

const nearPans = {
  parent: [panStep, 0],
  child: [-panStep, 0],
  above: [0, panStep],
  below: [0, -panStep],
} as const

function ratio(): number {
  return Math.min(3, window.devicePixelRatio || 1)
}
