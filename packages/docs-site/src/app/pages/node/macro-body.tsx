import type { JSX } from 'preact'
import type { MacroPage } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { LinkList } from '../../parts/link-list.tsx'
import { Section } from '../../parts/section.tsx'
import { Code } from './code.tsx'
import { Arguments } from './common.tsx'
import { Frame } from './frame.tsx'

/** A macro: what it takes, what it is made of, who calls it. */
export function MacroBody({ page }: { readonly page: MacroPage }): JSX.Element {
  return (
    <Frame
      page={page}
      badges={page.isBuiltIn ? ['built in'] : []}
      parts={[
        ...(page.arguments.length > 0 ? [{ id: 'arguments', title: 'Arguments' }] : []),
        ...(page.hasCode ? [{ id: 'sql', title: 'Template' }] : []),
        { id: 'called-by', title: 'Called by' },
        ...(page.calls.length > 0 ? [{ id: 'calls', title: 'Calls' }] : []),
      ]}
      todo={
        <>
          Nobody has described this macro yet. A <code>description:</code> under{' '}
          <code>macros:</code> in a YAML file shows here.
        </>
      }
    >
      <Arguments list={page.arguments} />
      {page.hasCode && <Code id={page.id} title="Template" />}
      <div class="neighbours">
        <Section id="called-by" title="Called by" count={page.calledBy.length}>
          {page.calledBy.length === 0 ? (
            <Empty>Nothing calls it by name.</Empty>
          ) : (
            <LinkList links={page.calledBy} />
          )}
        </Section>
        {page.calls.length > 0 && (
          <Section id="calls" title="Calls" count={page.calls.length}>
            <LinkList links={page.calls} />
          </Section>
        )}
      </div>
    </Frame>
  )
}
