import type { JSX } from 'preact'
import type { Route } from '../route/route.ts'
import { GraphPage } from './graph-page.tsx'
import { Health } from './health/health-page.tsx'
import { ListPage } from './list-page.tsx'
import { Missing } from './missing.tsx'
import { NodeOf } from './node/node-of.tsx'
import { Overview } from './overview.tsx'
import { PersonalData } from './personal-data.tsx'

/** The page that a route names. */
export function PageOf({ route }: { readonly route: Route }): JSX.Element {
  switch (route.kind) {
    case 'overview':
      return <Overview package={route.package} />
    case 'node':
      return <NodeOf key={route.id} id={route.id} section={route.section} />
    case 'list':
      return <ListPage key={`${route.by}/${route.value}`} by={route.by} value={route.value} />
    case 'graph':
      return <GraphPage query={route.query} />
    case 'health':
      return <Health />
    case 'personal-data':
      return <PersonalData />
    case 'missing':
      return <Missing what={route.path} />
  }
}
