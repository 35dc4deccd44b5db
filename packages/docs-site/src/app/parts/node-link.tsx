import type { JSX } from 'preact'
import { linkTo, type ColumnPlace, type Link } from '../../data/index.ts'
import { toHash } from '../route/route.ts'
import { Icon, iconName } from './icon.tsx'
import { KIND_WORDS } from './words.ts'

interface NodeLinkProps {
  readonly link: Link
  /** Without the drawing of its kind, inside of running text. */
  readonly plain?: boolean
}

/** A name that leads to its page; of what the project has not, the name alone. */
export function NodeLink({ link, plain = false }: NodeLinkProps): JSX.Element {
  const [kind] = KIND_WORDS[link.kind]
  const drawing = plain ? null : <Icon name={iconName(link.kind)} class={`kind-${link.kind}`} />
  if (link.isMissing) {
    return (
      <span class="node-link missing" title={`The project has no ${kind} of this name`}>
        {drawing}
        <span class="node-name">{link.name}</span>
      </span>
    )
  }
  return (
    <a class="node-link" href={linkTo(link.id)} title={kind}>
      {drawing}
      <span class="node-name">{link.name}</span>
    </a>
  )
}

/** `orders.amount`, leading to that column. */
export function ColumnLink({ place }: { readonly place: ColumnPlace }): JSX.Element {
  const { node, column } = place
  const name = (
    <span class="node-name">
      {node.name}
      <wbr />
      <span class="column-name">.{column}</span>
    </span>
  )
  const drawing = <Icon name={iconName(node.kind)} class={`kind-${node.kind}`} />
  if (node.isMissing) {
    return (
      <span class="node-link missing">
        {drawing}
        {name}
      </span>
    )
  }
  return (
    <a class="node-link" href={toHash({ kind: 'node', id: node.id, section: `columns/${column}` })}>
      {drawing}
      {name}
    </a>
  )
}
