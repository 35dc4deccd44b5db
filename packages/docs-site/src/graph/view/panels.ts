import { idOf } from '../../data/index.ts'
import type { Theme } from '../draw/theme.ts'
import type { Scene } from '../scene/scene.ts'
import { termOf } from '../scene/term.ts'
import type { GraphState } from '../state.ts'
import { refill } from '../ui/dom.ts'
import { fillInspector } from '../ui/inspector.ts'
import { fillLegend } from '../ui/legend.ts'
import { fillList } from '../ui/list.ts'
import type { Shell } from '../ui/shell.ts'
import type { Toolbar } from '../ui/toolbar.ts'
import type { GraphModel } from './model.ts'

export interface PanelActions {
  readonly change: (part: Partial<GraphState>, isStep?: boolean) => void
  readonly focusRow: (row: number) => void
  readonly toggleColumns: (id: string) => void
  readonly unfoldWay: () => void
  readonly hrefOf: (id: string) => string
}

/** Everything around the canvas, as the model has it. */
export class Panels {
  readonly #shell: Shell
  readonly #toolbar: Toolbar
  readonly #model: GraphModel
  readonly #actions: PanelActions
  #listed: Scene | undefined

  constructor(shell: Shell, toolbar: Toolbar, model: GraphModel, actions: PanelActions) {
    this.#shell = shell
    this.#toolbar = toolbar
    this.#model = model
    this.#actions = actions
  }

  show(theme: Theme): void {
    const { project, state, visible, focusRow, scene, way } = this.#model
    const { legend, empty, panel } = this.#shell
    this.#toolbar.show(state, visible.problems)
    const legendInput = { project, state, base: visible.base, theme, hasWay: way !== undefined }
    refill(legend, () => fillLegend(legend, legendInput, this.#actions.change))
    empty.hidden = scene.rows.length > 0
    empty.textContent = visible.problems.some((it) => it.isWrong)
      ? 'Nothing is drawn: see above what is wrong with the selection.'
      : 'Nothing is selected.'
    panel.hidden = focusRow === undefined
    if (focusRow !== undefined) refill(panel, () => this.#fillPanel(focusRow))
    this.#fillList()
  }

  toggleList(): void {
    const { list } = this.#shell
    list.hidden = !list.hidden
    if (list.hidden) return
    this.#fillList()
    list.focus()
  }

  #fillPanel(row: number): void {
    const { project, state, way, focusColumns } = this.#model
    const { change, focusRow, toggleColumns, unfoldWay, hrefOf } = this.#actions
    const id = idOf(project.names, row)
    const isOpen = state.open.includes(id)
    fillInspector(
      this.#shell.panel,
      { project, row, columns: focusColumns, isOpen, column: state.column, way, hrefOf },
      {
        focus: focusRow,
        close: () => change({ focus: '', column: '' }),
        toggleColumns: () => toggleColumns(id),
        lightColumn: (column) => change({ column }, true),
        unfoldWay,
        isolate: () => change({ select: `+${termOf(project, row)}+`, exclude: '' }, true),
      },
    )
  }

  /** Only when other nodes are drawn: who walks through the list must not lose their place in it. */
  #fillList(): void {
    const { scene } = this.#model
    if (this.#shell.list.hidden || this.#listed?.rows === scene.rows) return
    this.#listed = scene
    fillList(this.#shell.list, scene, this.#actions.hrefOf, this.#actions.focusRow)
  }
}
