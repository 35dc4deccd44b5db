import type { JSX } from 'preact'
import type { GroupPage } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { LinkList } from '../../parts/link-list.tsx'
import { Section } from '../../parts/section.tsx'
import { Frame } from './frame.tsx'

/** A group and who is in it. */
export function GroupBody({ page }: { readonly page: GroupPage }): JSX.Element {
  return (
    <Frame page={page} parts={[{ id: 'members', title: 'Members' }]}>
      <Section id="members" title="Members" count={page.members.length}>
        {page.members.length === 0 ? (
          <Empty
            todo={
              <>
                Give models <code>config: group: {page.name}</code>.
              </>
            }
          >
            Nothing is in this group.
          </Empty>
        ) : (
          <LinkList links={page.members} />
        )}
      </Section>
    </Frame>
  )
}
