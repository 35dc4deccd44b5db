import type { ComponentChildren, JSX } from 'preact'
import type { Page } from '../../../data/index.ts'
import { toHash } from '../../route/route.ts'
import { Icon, iconName } from '../../parts/icon.tsx'
import { Prose } from '../../parts/prose.tsx'
import { capital, KIND_WORDS } from '../../parts/words.ts'
import { Details } from './details.tsx'

/** A part of a page that the list of contents names. */
export interface Part {
  readonly id: string
  readonly title: string
}

interface FrameProps {
  readonly page: Page
  /** Words beside the name: `table`, `contract`. */
  readonly badges?: readonly string[]
  /** Figures under the name. */
  readonly figures?: ComponentChildren
  /** Facts for the rail, besides those that every page has. */
  readonly facts?: ComponentChildren
  readonly parts: readonly Part[]
  /** What to do where it is not described. */
  readonly todo?: ComponentChildren
  readonly children: ComponentChildren
}

/** What pages of nodes share: name, figures, description, facts, contents. */
export function Frame(props: FrameProps): JSX.Element {
  const { page, badges = [], figures, facts, parts, todo, children } = props
  return (
    <div class="page with-rail">
      <header class="node-head">
        <Crumbs page={page} />
        <h1 class="node-title">
          <Icon name={iconName(page.kind)} class={`kind-${page.kind}`} />
          <span>{page.name}</span>
        </h1>
        {badges.length > 0 && (
          <ul class="badges">
            {badges.map((it) => (
              <li class="badge" key={it}>
                {it}
              </li>
            ))}
          </ul>
        )}
      </header>
      <div class="node-main">
        {figures}
        <div id="at-about" tabIndex={-1}>
          {page.description === undefined ? (
            <p class="undescribed">{todo ?? 'Nobody has described this yet.'}</p>
          ) : (
            <Prose html={page.description} />
          )}
        </div>
        {children}
      </div>
      <aside class="rail" aria-label="Facts">
        <Details page={page}>{facts}</Details>
        <Contents page={page} parts={parts} />
      </aside>
    </div>
  )
}

/** Kind, package and folder, each leading to the list of what else is there. */
function Crumbs({ page }: { readonly page: Page }): JSX.Element {
  const [, many] = KIND_WORDS[page.kind]
  return (
    <nav class="crumbs" aria-label="Where it lies">
      <a href={toHash({ kind: 'list', by: 'all', value: page.kind })}>{capital(many)}</a>
      <span aria-hidden="true">/</span>
      <a href={toHash({ kind: 'list', by: 'package', value: page.package })}>{page.package}</a>
      {foldersOf(page.file).map(({ name, path }) => (
        <>
          <span aria-hidden="true">/</span>
          <a href={toHash({ kind: 'list', by: 'folder', value: `${page.package}/${path}` })}>
            {name}
          </a>
        </>
      ))}
    </nav>
  )
}

function foldersOf(
  file: string | undefined,
): readonly { readonly name: string; readonly path: string }[] {
  const names = (file ?? '').split('/').slice(0, -1)
  return names.map((name, index) => ({ name, path: names.slice(0, index + 1).join('/') }))
}

function Contents({ page, parts }: { readonly page: Page; readonly parts: readonly Part[] }) {
  if (parts.length < 2) return null
  return (
    <nav class="contents" aria-label="On this page">
      <h2>On this page</h2>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={toHash({ kind: 'node', id: page.id, section: id })}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
