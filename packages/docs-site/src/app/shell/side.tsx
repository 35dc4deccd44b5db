import type { JSX } from 'preact'
import type { SiteIndex } from '../../data/index.ts'
import { useSite } from '../data/site.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { toHash, type Route } from '../route/route.ts'
import { Tree } from '../tree/tree.tsx'

interface SideProps {
  readonly route: Route
  readonly isOpen: boolean
}

/** The left side: pages of the whole project, and the tree of everything. */
export function Side({ route, isOpen }: SideProps): JSX.Element {
  const site = useSite()
  return (
    <nav id="side" class={`side${isOpen ? ' open' : ''}`} aria-label="Contents">
      <div class="side-pages">
        <ul>
          {pagesOf(site).map(({ icon, name, hash, kind }) => (
            <li key={kind}>
              <a
                class="side-page"
                href={hash}
                aria-current={route.kind === kind ? 'page' : undefined}
              >
                <Icon name={icon} />
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <Tree current={toHash(withoutSection(route))} />
    </nav>
  )
}

interface SidePage {
  readonly kind: Route['kind']
  readonly name: string
  readonly icon: IconName
  readonly hash: string
}

function pagesOf({ has }: SiteIndex): readonly SidePage[] {
  return [
    { kind: 'overview', name: 'Overview', icon: 'overview', hash: '#!/overview' },
    { kind: 'graph', name: 'Graph', icon: 'graph', hash: '#!/graph' },
    { kind: 'health', name: 'Health', icon: 'health', hash: '#!/health' },
    ...(has.pii
      ? [
          {
            kind: 'personal-data',
            name: 'Personal data',
            icon: 'key',
            hash: '#!/personal-data',
          } as const,
        ]
      : []),
  ]
}

/** A page is the same one at whatever section. */
function withoutSection(route: Route): Route {
  return route.kind === 'node' ? { kind: 'node', id: route.id } : route
}
