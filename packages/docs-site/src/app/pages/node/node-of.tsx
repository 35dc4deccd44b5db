import type { ComponentChildren, JSX } from 'preact'
import type { Page } from '../../../data/index.ts'
import { loadPage } from '../../../load/load-data.ts'
import { Await } from '../../data/await.tsx'
import { useSite } from '../../data/site.ts'
import { useData } from '../../data/use-data.ts'
import { PageId } from '../../parts/page-id.ts'
import { useTitle } from '../../shell/title.ts'
import { Missing } from '../missing.tsx'
import { CodeBody } from './code-body.tsx'
import { ExposureBody } from './exposure-body.tsx'
import { GroupBody } from './group-body.tsx'
import { MacroBody } from './macro-body.tsx'
import { MetricBody } from './metric-body.tsx'
import { MonitorBody } from './monitor-body.tsx'
import { ReportBody } from './report-body.tsx'
import { SemanticModelBody } from './semantic-model-body.tsx'
import { TableBody } from './table-body.tsx'
import { TestBody } from './test-body.tsx'
import { UnitTestBody } from './unit-test-body.tsx'

interface NodeOfProps {
  readonly id: string
  readonly section: string | undefined
}

/** The page of a unique id. */
export function NodeOf({ id, section }: NodeOfProps): JSX.Element {
  const { chunks } = useSite()
  const page = useData(id, () => loadPage(id, chunks.pages))
  return (
    <Await data={page} what="The page">
      {(it) =>
        it === undefined ? <Missing what={id} /> : <KnownPage page={it} section={section} />
      }
    </Await>
  )
}

function KnownPage({
  page,
  section,
}: {
  readonly page: Page
  readonly section: string | undefined
}) {
  useTitle(page.name)
  return <PageId.Provider value={page.id}>{bodyOf(page, section)}</PageId.Provider>
}

function bodyOf(page: Page, section: string | undefined): ComponentChildren {
  switch (page.kind) {
    case 'model':
    case 'seed':
    case 'snapshot':
    case 'source':
      return <TableBody page={page} section={section} />
    case 'macro':
      return <MacroBody page={page} />
    case 'test':
      return <TestBody page={page} />
    case 'unit_test':
      return <UnitTestBody page={page} />
    case 'exposure':
      return <ExposureBody page={page} />
    case 'metric':
    case 'saved_query':
      return <MetricBody page={page} />
    case 'semantic_model':
      return <SemanticModelBody page={page} />
    case 'report':
      return <ReportBody page={page} />
    case 'monitor':
      return <MonitorBody page={page} />
    case 'group':
      return <GroupBody page={page} />
    default:
      return <CodeBody page={page} section={section} />
  }
}
