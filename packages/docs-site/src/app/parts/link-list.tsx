import type { JSX } from 'preact'
import type { Kind, Link } from '../../data/index.ts'
import { NodeLink } from './node-link.tsx'
import { useShort } from './short.tsx'
import { capital, KIND_WORDS } from './words.ts'

const AT_FIRST = 24

/** Links by kind; long lists unfold. */
export function LinkList({ links }: { readonly links: readonly Link[] }): JSX.Element {
  const { shown, more } = useShort(links, AT_FIRST)
  const kinds = [...new Set(shown.map((it) => it.kind))]
  return (
    <>
      {kinds.map((kind) => (
        <div class="link-group" key={kind}>
          {kinds.length > 1 && <h3 class="link-kind">{manyOf(kind)}</h3>}
          <ul class="links">
            {shown
              .filter((it) => it.kind === kind)
              .map((it) => (
                <li key={it.id}>
                  <NodeLink link={it} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {more}
    </>
  )
}

const manyOf = (kind: Kind): string => capital(KIND_WORDS[kind][1])
