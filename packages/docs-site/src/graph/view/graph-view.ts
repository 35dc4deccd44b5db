import { idOf } from '../../data/index.ts'
import type { Look, View } from '../draw/look.ts'
import { readTheme } from '../draw/theme.ts'
import { toPng } from '../export/png.ts'
import { fileName, save } from '../export/save.ts'
import { toSvg } from '../export/svg.ts'
import type { GraphOptions } from '../options.ts'
import { describeRow, tellRow } from '../scene/project.ts'
import { around, hitTest, portOf, wholeOf, type Hit } from '../scene/scene.ts'
import { nextTo } from '../scene/lit.ts'
import type { GraphState } from '../state.ts'
import { listen, type Stop } from '../ui/dom.ts'
import { fillInspector } from '../ui/inspector.ts'
import { fillLegend } from '../ui/legend.ts'
import { fillList } from '../ui/list.ts'
import { Minimap } from '../ui/minimap.ts'
import { makeShell, type Shell } from '../ui/shell.ts'
import { makeToolbar, type Toolbar } from '../ui/toolbar.ts'
import { centred, fitted, panned, toPlane, zoomed } from './camera.ts'
import { commandOf, type Command } from './keys.ts'
import { GraphModel, type Change } from './model.ts'
import { drawOverlay } from './overlay.ts'
import { followPointer, type Point } from './pointer.ts'
import { searchNodes } from './search.ts'
import { Surface } from './surface.ts'
import { walkTo } from './walk.ts'

/** Ways narrower than this are unfolded at once; more would be a wall of columns. */
const mostUnfolded = 40
/** What somebody looks at is read, so it is no smaller than this. */
const readingScale = 0.75

/** Ties the parts together: what a reader does becomes a state, a state becomes a picture. */
export class GraphView {
  readonly #options: GraphOptions
  readonly #model: GraphModel
  readonly #toolbar: Toolbar
  readonly #shell: Shell
  readonly #surface: Surface
  readonly #minimap: Minimap
  readonly #stops: Stop[] = []
  #look: Look
  #hover: Hit | undefined
  #hits: readonly number[] = []
  #hitAt = -1
  #isFitted = false

  constructor(element: HTMLElement, options: GraphOptions) {
    this.#options = options
    this.#toolbar = makeToolbar(options.kind, {
      change: (part) => this.#change(part),
      search: (text) => this.#search(text),
      nextHit: (step) => this.#nextHit(step),
      fit: () => this.#fit(),
      zoom: (factor) => this.#zoom(factor),
      saveSvg: () => this.#saveSvg(),
      savePng: () => void this.#savePng(),
      toggleList: () => this.#toggleList(),
    })
    this.#shell = makeShell(options.kind, this.#toolbar)
    element.append(this.#shell.root)
    this.#model = new GraphModel(options, (change) => this.#show(change))
    this.#look = this.#model.lookOf(readTheme(this.#shell.root))
    this.#surface = new Surface(this.#shell.canvas, (context, view) =>
      this.#drawOver(context, view),
    )
    this.#minimap = new Minimap(this.#shell.mini, (x, y) =>
      this.#surface.setView(centred(this.#surface.view, x, y)),
    )
    this.#surface.onView = (view) => this.#showView(view)
    this.#listen()
    this.#show({ isNewScene: true, isNewFocus: true })
  }

  setState(state: GraphState): void {
    this.#model.setState(state)
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

  // From a change of the model to the page.

  #show({ isNewScene, isNewFocus }: Change): void {
    // The model tells of its start before everything stands.
    if (!this.#surface) return
    const anchor = isNewScene ? undefined : this.#anchor()
    this.#look = this.#model.lookOf(this.#look.theme)
    this.#surface.setLook(this.#look)
    this.#minimap.setLook(this.#look, ratio())
    if (anchor) this.#keep(anchor)
    if (isNewScene) {
      this.#hits = []
      this.#isFitted = false
      this.#fitWhenSized()
    } else if (isNewFocus) this.#reveal()
    this.#showView(this.#surface.view)
    this.#showPanels()
  }

  #showPanels(): void {
    const { project, state, visible, focusRow, scene } = this.#model
    this.#toolbar.show(state, visible.problems)
    fillLegend(
      this.#shell.legend,
      {
        project,
        state,
        base: visible.base,
        theme: this.#look.theme,
        hasWay: this.#model.way !== undefined,
      },
      (part) => this.#change(part),
    )
    this.#shell.empty.hidden = scene.rows.length > 0
    this.#shell.empty.textContent = visible.problems.some((it) => it.isWrong)
      ? 'Nothing is drawn: see above what is wrong with the selection.'
      : 'Nothing is selected.'
    this.#shell.panel.hidden = focusRow === undefined
    if (focusRow !== undefined) this.#fillPanel(focusRow)
    if (!this.#shell.list.hidden) this.#fillList()
  }

  #fillPanel(row: number): void {
    const { project, state, way, focusColumns } = this.#model
    const id = idOf(project.names, row)
    fillInspector(
      this.#shell.panel,
      {
        project,
        row,
        columns: focusColumns,
        isOpen: state.open.includes(id),
        column: state.column,
        way,
        hrefOf: this.#options.hrefOf,
      },
      {
        focus: (other) => this.#focusRow(other),
        close: () => this.#clear(),
        toggleColumns: () => this.#toggleColumns(id),
        lightColumn: (column) => this.#change({ column }, true),
        unfoldWay: () => this.#unfoldWay(),
        isolate: () => this.#change({ select: `+${this.#termOf(row)}+`, exclude: '' }, true),
      },
    )
  }

  /** A term that selects this node. */
  #termOf(row: number): string {
    const { site, project } = { site: this.#model.project.site(), project: this.#model.project }
    const node = site.nodes.get([...site.nodes.keys()][row]!)
    if (!node) return project.names.name[row] ?? ''
    if (node.kind === 'source') return `source:${node.sourceName}.${node.name}`
    return named.has(node.kind) ? `${node.kind}:${node.name}` : (project.names.name[row] ?? '')
  }

  #showView(view: View): void {
    this.#minimap.show(view, this.#look, ratio())
  }

  #drawOver(context: CanvasRenderingContext2D, view: View): void {
    const focused =
      this.#options.kind === 'near' ||
      document.activeElement === this.#shell.canvas ||
      !this.#shell.panel.hidden
    drawOverlay(context, view, this.#look, {
      hovered: this.#hover?.node,
      focused: focused ? this.#model.focusNode : undefined,
    })
  }

  /** The place of the focused node on the screen, which stays when columns unfold. */
  #anchor(): { readonly node: number; readonly y: number } | undefined {
    const node = this.#model.focusNode
    if (node === undefined || this.#look.scene.rows !== this.#model.scene.rows) return undefined
    return { node, y: portOf(this.#look.scene, node) }
  }

  #keep({ node, y }: { readonly node: number; readonly y: number }): void {
    const moved = portOf(this.#model.scene, node) - y
    const { view } = this.#surface
    if (moved !== 0) this.#surface.setView({ ...view, y: view.y + moved })
  }

  // Where the reader looks.

  #fitWhenSized(): void {
    const { view } = this.#surface
    if (this.#isFitted || view.width <= 1) return
    this.#isFitted = true
    this.#surface.setView(fitted(view, wholeOf(this.#model.scene)))
    if (this.#options.kind === 'whole' && this.#model.focusNode !== undefined) this.#reveal(true)
  }

  #fit(): void {
    this.#surface.glideTo(fitted(this.#surface.view, wholeOf(this.#model.scene)), isStill())
  }

  #zoom(factor: number): void {
    const { view } = this.#surface
    this.#surface.glideTo(zoomed(view, factor, view.width / 2, view.height / 2), isStill())
  }

  /** Brings the focused node into sight, large enough to be read. */
  #reveal(isFirst = false): void {
    const node = this.#model.focusNode
    if (node === undefined || this.#options.kind === 'near') return
    const { view } = this.#surface
    const box = this.#model.scene.boxes[node]!
    const [x, y] = [(box.left - view.x) * view.scale, (box.top - view.y) * view.scale]
    const isSeen = x > 20 && y > 20 && x < view.width - 260 && y < view.height - 60
    if (isSeen && view.scale >= readingScale / 2) return
    const scale = Math.max(view.scale, readingScale)
    const target = centred(
      { ...view, scale },
      (box.left + box.right) / 2,
      portOf(this.#model.scene, node),
    )
    this.#surface.glideTo(target, isFirst || isStill())
  }

  // What the reader does.

  #listen(): void {
    const { canvas, stage } = this.#shell
    const resize = new ResizeObserver(() => {
      this.#surface.resize(stage.clientWidth, stage.clientHeight, ratio())
      this.#minimap.setLook(this.#look, ratio())
      this.#fitWhenSized()
      this.#showView(this.#surface.view)
    })
    resize.observe(stage)
    const theme = new MutationObserver(() => this.#restyle())
    theme.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    })
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const restyle = (): void => this.#restyle()
    scheme.addEventListener('change', restyle)
    this.#stops.push(
      () => resize.disconnect(),
      () => theme.disconnect(),
      () => scheme.removeEventListener('change', restyle),
      listen(canvas, 'keydown', (event) => this.#onKey(event)),
      listen(canvas, 'focus', () => this.#surface.request()),
      listen(canvas, 'blur', () => this.#surface.request()),
      followPointer(this.#surface, {
        onHover: (point) => this.#setHover(point),
        onClick: (point, event) => this.#onClick(point, event),
        onDoubleClick: (point) => {
          const hit = this.#hitAtPoint(point)
          if (hit && hit.column === undefined && !hit.isFold) this.#open(hit.node)
        },
        takesWheel: () => this.#options.kind === 'whole' || document.activeElement === canvas,
      }),
    )
  }

  #restyle(): void {
    this.#look = this.#model.lookOf(readTheme(this.#shell.root))
    this.#surface.setLook(this.#look)
    this.#minimap.setLook(this.#look, ratio())
    this.#showView(this.#surface.view)
    this.#showPanels()
  }

  #hitAtPoint({ x, y }: Point): Hit | undefined {
    return hitTest(this.#model.scene, ...toPlane(this.#surface.view, x, y))
  }

  #setHover(point: Point | undefined): void {
    const hit = point && this.#hitAtPoint(point)
    this.#shell.canvas.classList.toggle('is-over', hit !== undefined)
    this.#showTip(hit, point)
    if (hit?.node === this.#hover?.node) return
    this.#hover = hit
    this.#surface.request()
  }

  #showTip(hit: Hit | undefined, point: Point | undefined): void {
    const { tip } = this.#shell
    tip.hidden = hit === undefined
    if (!hit || !point) return
    const { project, scene } = this.#model
    const row = scene.rows[hit.node]!
    const parts = [
      project.names.name[row] ?? '',
      describeRow(project, row),
      project.names.files[project.names.file[row] ?? -1] ?? '',
    ]
    if (hit.column !== undefined) parts.unshift(scene.open.get(hit.node)?.[hit.column] ?? '')
    tip.replaceChildren(
      ...parts.filter(Boolean).map((text, at) => {
        const line = document.createElement(at === 0 ? 'strong' : 'span')
        line.textContent = text
        return line
      }),
    )
    const { width, height } = this.#surface.view
    tip.style.left = `${Math.max(0, Math.min(point.x + 14, width - 300))}px`
    tip.style.top = `${point.y + 90 > height ? point.y - 78 : point.y + 16}px`
  }

  #onClick(point: Point, event: PointerEvent): void {
    const hit = this.#hitAtPoint(point)
    if (!hit) return this.#clear()
    const id = this.#model.idAt(hit.node)
    if (event.ctrlKey || event.metaKey || event.button === 1) {
      window.open(this.#options.hrefOf(id), '_blank', 'noopener')
      return
    }
    if (hit.isFold && this.#model.hasColumns(this.#model.scene.rows[hit.node]!))
      return this.#toggleColumns(id)
    if (hit.column !== undefined) {
      const column = this.#model.scene.open.get(hit.node)?.[hit.column] ?? ''
      const isSame = this.#model.state.focus === id && this.#model.state.column === column
      this.#change(
        this.#options.kind === 'near'
          ? { column: isSame ? '' : column }
          : { focus: id, column: isSame ? '' : column },
        true,
      )
    } else if (this.#options.kind === 'near') this.#options.onOpen(id)
    else this.#focusRow(this.#model.scene.rows[hit.node]!)
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    this.#run(command)
  }

  #run(command: Command): void {
    const node = this.#model.focusNode
    switch (command.kind) {
      case 'walk': {
        const next = walkTo(this.#model.scene, node, command.to)
        if (next !== undefined) this.#focusRow(this.#model.scene.rows[next]!)
        return
      }
      case 'zoom':
        return this.#zoom(command.factor)
      case 'pan':
        return this.#surface.setView(panned(this.#surface.view, command.dx, command.dy))
      case 'fit':
        return this.#fit()
      case 'open':
        return node === undefined ? undefined : this.#open(node)
      case 'columns':
        return node === undefined ? undefined : this.#toggleColumns(this.#model.idAt(node))
      case 'clear':
        return this.#clear()
      case 'search':
        return this.#toolbar.focusSearch()
    }
  }

  #open(node: number): void {
    this.#options.onOpen(this.#model.idAt(node))
  }

  #focusRow(row: number): void {
    const { project, scene } = this.#model
    this.#change({ focus: idOf(project.names, row), column: '' })
    const node = scene.nodeOf.get(row)
    if (node === undefined) return
    const [up, down] = [
      nextTo(scene, scene.parents, node).length,
      nextTo(scene, scene.children, node).length,
    ]
    this.#shell.live.textContent = `${tellRow(project, row)}. Uses ${up}, used by ${down}.`
  }

  #clear(): void {
    if (this.#options.kind === 'near') return
    if (this.#model.state.column !== '') this.#change({ column: '' })
    else if (this.#model.state.focus !== '') this.#change({ focus: '' })
  }

  #toggleColumns(id: string): void {
    const { open } = this.#model.state
    this.#change({ open: open.includes(id) ? open.filter((it) => it !== id) : [...open, id] })
  }

  #unfoldWay(): void {
    const { way, project, scene, state } = this.#model
    if (!way) return
    const rows = [...way.columns.keys()]
      .filter((row) => scene.nodeOf.has(row))
      .slice(0, mostUnfolded)
    const ids = rows.map((row) => idOf(project.names, row))
    this.#change({ open: [...new Set([...state.open, ...ids])] })
    const boxes = rows.flatMap(
      (row) => this.#model.scene.boxes[this.#model.scene.nodeOf.get(row) ?? -1] ?? [],
    )
    const area = around(boxes)
    if (area) this.#surface.glideTo(fitted(this.#surface.view, area), isStill())
  }

  #search(text: string): void {
    this.#hits = searchNodes(this.#model.scene, text)
    this.#hitAt = -1
    this.#model.marked = new Set(this.#hits)
    this.#toolbar.showHits(this.#hitAt, this.#hits.length)
    this.#look = { ...this.#look, marked: this.#model.marked }
    this.#surface.setLook(this.#look)
  }

  #nextHit(step: 1 | -1): void {
    const count = this.#hits.length
    if (count === 0) return
    this.#hitAt = (this.#hitAt + step + count) % count
    this.#toolbar.showHits(this.#hitAt, count)
    this.#focusRow(this.#model.scene.rows[this.#hits[this.#hitAt]!]!)
  }

  // Other forms of the same.

  #toggleList(): void {
    const { list } = this.#shell
    list.hidden = !list.hidden
    if (list.hidden) return
    this.#fillList()
    list.focus()
  }

  #fillList(): void {
    fillList(this.#shell.list, this.#model.scene, this.#options.hrefOf, (row) =>
      this.#focusRow(row),
    )
  }

  #saveSvg(): void {
    const measure = document.createElement('canvas').getContext('2d')
    if (!measure) return
    const svg = toSvg(this.#look, measure)
    save(this.#fileName('svg'), new Blob([svg], { type: 'image/svg+xml' }))
  }

  async #savePng(): Promise<void> {
    try {
      save(this.#fileName('png'), await toPng(this.#look))
    } catch (error) {
      this.#shell.live.textContent = error instanceof Error ? error.message : String(error)
    }
  }

  #fileName(ending: string): string {
    const { state, project, focusRow } = this.#model
    const name = focusRow === undefined ? '' : (project.names.name[focusRow] ?? '')
    return fileName(project.project, state.select || name, ending)
  }
}

/** Kinds that are selected by a method of their own. */
const named: ReadonlySet<string> = new Set([
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'report',
  'monitor',
])

function ratio(): number {
  return Math.min(3, window.devicePixelRatio || 1)
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
