import type { JSX } from 'preact'
import type { Link } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { LinkList } from '../../parts/link-list.tsx'
import { Section } from '../../parts/section.tsx'

interface NeighboursProps {
  readonly page: {
    readonly kind: string
    readonly dependsOn: readonly Link[]
    readonly usedBy: readonly Link[]
    readonly macros: readonly Link[]
  }
}

const isTest = (it: Link): boolean => it.kind === 'test' || it.kind === 'unit_test'

/** What it is made of and what is made of it. Tests stand elsewhere. */
export function Neighbours({ page }: NeighboursProps): JSX.Element {
  const { dependsOn, macros } = page
  const usedBy = page.usedBy.filter((it) => !isTest(it))
  return (
    <div class="neighbours">
      {dependsOn.length + macros.length > 0 && (
        <Section id="depends-on" title="Depends on" count={dependsOn.length}>
          <LinkList links={[...dependsOn, ...macros]} />
        </Section>
      )}
      {(usedBy.length > 0 || !ENDS.has(page.kind)) && (
        <Section id="used-by" title="Used by" count={usedBy.length}>
          {usedBy.length === 0 ? (
            <Empty todo={UNUSED[page.kind]}>Nothing in this project uses it.</Empty>
          ) : (
            <LinkList links={usedBy} />
          )}
        </Section>
      )}
    </div>
  )
}

/** What nothing is ever made of. */
export const ENDS: ReadonlySet<string> = new Set([
  'test',
  'exposure',
  'report',
  'monitor',
  'analysis',
  'saved_query',
  'operation',
])

const UNUSED: Readonly<Record<string, JSX.Element>> = {
  model: (
    <>
      Whoever reads it outside can be named as an <code>exposure</code>.
    </>
  ),
}
