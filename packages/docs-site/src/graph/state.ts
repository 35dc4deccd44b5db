/** What colours tell; `auto` is what the project says of its nodes, and `kind` where it says nothing. */
export const colourModes = [
  'auto',
  'kind',
  'status',
  'owner',
  'package',
  'materialized',
  'group',
] as const
export type ColourMode = (typeof colourModes)[number]

/** All that an address needs to say to show the same again. Ids are unique ids, as in the manifest. */
export interface GraphState {
  /** The two boxes: dbt's selection syntax. */
  readonly select: string
  readonly exclude: string
  readonly colour: ColourMode
  /** Names in the legend that are switched off. */
  readonly without: readonly string[]
  /** Tests are nodes, too. */
  readonly tests: boolean
  /** The node that is looked at. */
  readonly focus: string
  /** A column of that node whose lineage is lit. */
  readonly column: string
  /** Nodes that show their columns. */
  readonly open: readonly string[]
  /** Of a neighbourhood: how many steps to both sides. */
  readonly up: number
  readonly down: number
}

export const startState: GraphState = {
  select: '',
  exclude: '',
  colour: 'auto',
  without: [],
  tests: false,
  focus: '',
  column: '',
  open: [],
  up: 1,
  down: 1,
}

/** The state as a query, without what is as at the start: `select=%2Borders&focus=model.shop.orders`. */
export function toQuery(state: GraphState): string {
  const query = new URLSearchParams()
  const note = (key: string, value: string): void => {
    if (value !== '') query.set(key, value)
  }
  note('select', state.select)
  note('exclude', state.exclude)
  note('colour', state.colour === startState.colour ? '' : state.colour)
  for (const name of state.without) query.append('without', name)
  note('tests', state.tests ? '1' : '')
  note('focus', state.focus)
  note('column', state.column)
  for (const id of state.open) query.append('open', id)
  note('up', state.up === startState.up ? '' : String(state.up))
  note('down', state.down === startState.down ? '' : String(state.down))
  return query.toString()
}

/** The state that a query names; what it does not know, or cannot be, is as at the start. */
export function fromQuery(text: string): GraphState {
  const query = new URLSearchParams(text)
  const colour = query.get('colour')
  return {
    select: query.get('select') ?? '',
    exclude: query.get('exclude') ?? '',
    colour: colourModes.find((mode) => mode === colour) ?? startState.colour,
    without: query.getAll('without'),
    tests: query.get('tests') === '1',
    focus: query.get('focus') ?? '',
    column: query.get('column') ?? '',
    open: query.getAll('open'),
    up: toDepth(query.get('up'), startState.up),
    down: toDepth(query.get('down'), startState.down),
  }
}

/** All of them, in the boxes that ask for a depth. */
export const mostDepth = 99

function toDepth(text: string | null, otherwise: number): number {
  const depth = text === null || text === '' ? otherwise : Number(text)
  return Number.isInteger(depth) && depth >= 0 && depth <= mostDepth ? depth : otherwise
}
