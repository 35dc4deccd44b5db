import { diagnostic } from '@btn/diagnostics'
import type { Node } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { describe } from '../yaml/index.ts'
import type { Linking } from './linking.ts'
import type { Nodes } from './graph.ts'

/** The colours of HTML by name, as dbt's documentation takes them. */
const COLORS = new Set(
  (
    'aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood ' +
    'cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray ' +
    'darkgreen darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue ' +
    'darkslategray darkturquoise darkviolet deeppink deepskyblue dimgray dodgerblue firebrick floralwhite forestgreen ' +
    'fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow honeydew hotpink indianred indigo ivory khaki ' +
    'lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray ' +
    'lightgreen lightpink lightsalmon lightseagreen lightskyblue lightslategray lightsteelblue lightyellow lime limegreen ' +
    'linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue ' +
    'mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace ' +
    'olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru ' +
    'pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell ' +
    'sienna silver skyblue slateblue slategray snow springgreen steelblue tan teal thistle tomato turquoise violet wheat ' +
    'white whitesmoke yellow yellowgreen'
  ).split(' '),
)

const isColor = (text: string): boolean =>
  /^#(?:[0-9a-f]{3}){1,2}$/i.test(text) || COLORS.has(text.toLowerCase())

/** Kinds that are stored in one way only; snapshots have a check of their own. */
const STORED_AS: Readonly<Partial<Record<Node['kind'], string>>> = {
  seed: 'seed',
  test: 'test',
}

/** Settings that are wrong whatever their type: colours that are none, and seeds or tests materialized as something else. */
export function checkSettings(linking: Linking, nodes: Nodes): void {
  for (const node of nodes.values()) {
    checkColor(linking, node)
    checkStorage(linking, node)
    checkQuoting(linking, node)
  }
}

function checkColor(linking: Linking, node: Node): void {
  const { docs } = node.config
  const color = isObject(docs) ? docs['node_color'] : undefined
  if (typeof color !== 'string' || color === '' || isColor(color)) return
  const params = { name: node.name, color }
  linking.diagnostics.push(diagnostic('node-color-unknown', params, whereIs(linking, node)))
}

function checkStorage(linking: Linking, node: Node): void {
  const { materialized } = node.config
  const only = STORED_AS[node.kind]
  if (only === undefined || typeof materialized !== 'string' || materialized === only) return
  const params = { kind: node.kind, name: node.name, materialized }
  linking.diagnostics.push(diagnostic('materialized-fixed', params, whereIs(linking, node)))
}

function checkQuoting(linking: Linking, node: Node): void {
  const value = node.config['quote_columns'] ?? null
  if (node.kind !== 'seed' || value === null || typeof value === 'boolean') return
  const params = { key: 'quote_columns', expected: 'true or false', found: describe(value) }
  linking.diagnostics.push(diagnostic('yaml-wrong-type', params, whereIs(linking, node)))
}

/** Only for a mistake: to tell the place means to read the file. */
function whereIs({ project }: Linking, { file }: Node) {
  return { span: project.sources.spanOf({ file, start: 0, end: 0 }) }
}
