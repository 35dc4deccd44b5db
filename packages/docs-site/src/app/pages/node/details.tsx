import type { ComponentChildren, JSX } from 'preact'
import type { Owner, Page } from '../../../data/index.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { toHash } from '../../route/route.ts'

interface FactProps {
  readonly name: string
  readonly children: ComponentChildren
}

/** A name and what it stands for; nothing where there is nothing. */
export function Fact({ name, children }: FactProps): JSX.Element | null {
  if (children === undefined || children === null || children === '' || children === false)
    return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The facts of a page. */
export function Details({
  page,
  children,
}: {
  readonly page: Page
  readonly children: ComponentChildren
}) {
  return (
    <dl class="facts">
      {page.owner !== undefined && (
        <Fact name="Owner">
          <OwnerLine owner={page.owner} />
        </Fact>
      )}
      {page.group !== undefined && (
        <Fact name="Group">
          <NodeLink link={page.group} plain />
        </Fact>
      )}
      {children}
      {page.tags.length > 0 && (
        <Fact name="Tags">
          <ul class="tags">
            {page.tags.map((tag) => (
              <li key={tag}>
                <a class="tag" href={toHash({ kind: 'list', by: 'tag', value: tag })}>
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {page.file !== undefined && (
        <Fact name="Defined in">
          <code class="path">{breakable(page.file)}</code>
        </Fact>
      )}
      {page.describedIn !== undefined && (
        <Fact name="Described in">
          <code class="path">{breakable(page.describedIn)}</code>
        </Fact>
      )}
      <Fact name="Id">
        <code class="path">{breakable(page.id)}</code>
      </Fact>
    </dl>
  )
}

function OwnerLine({ owner }: { readonly owner: Owner }): JSX.Element {
  const name = owner.name ?? owner.email ?? ''
  return (
    <>
      <a href={toHash({ kind: 'list', by: 'owner', value: name })}>{name}</a>
      {owner.email !== undefined && owner.name !== undefined && (
        <>
          <br />
          <a class="quiet" href={`mailto:${owner.email}`}>
            {owner.email}
          </a>
        </>
      )}
    </>
  )
}

/** Lines may break after the marks that names are made of. */
export function breakable(text: string): ComponentChildren {
  return text
    .split(/(?<=[/._])/)
    .flatMap((it, index) => (index === 0 ? [it] : [<wbr key={index} />, it]))
}
