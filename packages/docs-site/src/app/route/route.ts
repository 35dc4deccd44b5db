import { linkTo } from '../../data/index.ts'

/** A page, as the part of the address behind `#!` names it. Pages of nodes have the addresses that they have in dbt's own site. */
export type Route =
  | { readonly kind: 'overview'; readonly package?: string }
  | { readonly kind: 'node'; readonly id: string; readonly section?: string }
  | { readonly kind: 'list'; readonly by: ListKind; readonly value: string }
  /** `query` is what `graph.js` makes of its state. */
  | { readonly kind: 'graph'; readonly query: string }
  | { readonly kind: 'health' }
  | { readonly kind: 'personal-data' }
  | { readonly kind: 'missing'; readonly path: string }

/** What lists may be of: `#!/tag/finance`. */
export const LISTS = ['all', 'tag', 'owner', 'package', 'schema', 'folder', 'source_list'] as const
export type ListKind = (typeof LISTS)[number]

/** The page that a hash names; dbt's spellings of its pages, anchors and graphs are understood. */
export function toRoute(hash: string): Route {
  const [address = '', anchor = ''] = hash.replace(/^#!?/, '').split('#', 2)
  const { path, query } = split(address)
  const [first = '', ...rest] = path.split('/').filter(Boolean).map(decode)
  const value = rest.join('/')
  if (query.has('g_v')) return { kind: 'graph', query: graphOfDbt(query) }
  switch (first) {
    case '':
      return { kind: 'overview' }
    case 'overview':
      return { kind: first, ...(value !== '' && { package: value }) }
    case 'graph':
      return { kind: first, query: query.toString() }
    case 'health':
    case 'personal-data':
      return { kind: first }
    default:
      return toNodeOrList(first, rest, anchor)
  }
}

function toNodeOrList(first: string, rest: readonly string[], anchor: string): Route {
  const [id = '', ...more] = rest
  const by = LISTS.find((it) => it === first)
  if (by !== undefined && id !== '') return { kind: 'list', by, value: rest.join('/') }
  if (id.includes('.')) {
    const section = more.length > 0 ? more.join('/') : (DBT_SECTIONS[anchor] ?? anchor)
    return { kind: 'node', id, ...(section !== '' && { section }) }
  }
  if (first.includes('.')) return { kind: 'node', id: first }
  return { kind: 'missing', path: [first, ...rest].join('/') }
}

/** dbt's boxes of its graph: what to include, what to exclude. */
function graphOfDbt(query: URLSearchParams): string {
  const select = query.get('g_i') ?? ''
  const exclude = query.get('g_e') ?? ''
  const ours = { ...(select !== '' && { select }), ...(exclude !== '' && { exclude }) }
  return new URLSearchParams(ours).toString()
}

/** The hash of a page. */
export function toHash(route: Route): string {
  switch (route.kind) {
    case 'overview':
      return route.package === undefined ? '#!/overview' : `#!/overview/${encode(route.package)}`
    case 'node':
      return `${linkTo(route.id)}${route.section === undefined ? '' : `/${encode(route.section)}`}`
    case 'list':
      return `#!/${route.by}/${encode(route.value)}`
    case 'graph':
      return `#!/graph${route.query === '' ? '' : `?${route.query}`}`
    case 'missing':
      return `#!/${encode(route.path)}`
    default:
      return `#!/${route.kind}`
  }
}

/** Where the anchors of dbt's site lie on our pages. */
const DBT_SECTIONS: Readonly<Record<string, string>> = {
  description: 'about',
  code: 'sql',
  depends_on: 'depends-on',
  referenced_by: 'used-by',
}

function split(text: string): { readonly path: string; readonly query: URLSearchParams } {
  const at = text.indexOf('?')
  if (at < 0) return { path: text, query: new URLSearchParams() }
  return { path: text.slice(0, at), query: new URLSearchParams(text.slice(at + 1)) }
}

/** Slashes stay readable. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
