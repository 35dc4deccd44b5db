import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { ColumnEdge, ColumnInfo, NodeUse } from '../../../data/index.ts'
import { JsonView } from '../../parts/json-view.tsx'
import { ColumnLink, NodeLink } from '../../parts/node-link.tsx'
import { useShort } from '../../parts/short.tsx'
import { PageId } from '../../parts/page-id.ts'
import { toHash } from '../../route/route.ts'
import { Fact } from './details.tsx'
import { constraintWords } from './keys.tsx'
import { TestTable } from './tests.tsx'

/** Whether there is anything to unfold. */
export function hasMore(column: ColumnInfo): boolean {
  const { from, to, decides, tests, constraints, tags, meta, pii } = column
  const lists = [from, to, decides, tests, constraints, tags]
  return lists.some((it) => it.length > 0) || meta !== undefined || pii !== undefined
}

interface ColumnMoreProps {
  readonly column: ColumnInfo
}

/** Where a column comes from and goes to, its tests, what else is known of it. */
export function ColumnMore({ column }: ColumnMoreProps): JSX.Element {
  const page = useContext(PageId)
  const { from, to, decides, tests, constraints, tags, meta, pii } = column
  return (
    <div class="column-all">
      {from.length + to.length + decides.length > 0 && (
        <div class="ways">
          <Way title="Comes from" none="It is made here.">
            {from.map(edgeLine)}
          </Way>
          <Way title="Goes to" none="Nothing is made of it.">
            {to.map(edgeLine)}
          </Way>
          {decides.length > 0 && (
            <Way title="Decides which rows are in">{decides.map(useLine)}</Way>
          )}
          {page !== undefined && <InGraph id={page} column={column.name} />}
        </div>
      )}
      {tests.length > 0 && <TestTable tests={tests} />}
      <dl class="facts">
        {pii !== undefined && (
          <Fact name="Personal data">
            {pii.class}
            {pii.policy !== undefined && `, ${POLICIES[pii.policy] ?? pii.policy}`}
            {pii.isDeclared ? '' : ' (follows from where it comes from)'}
          </Fact>
        )}
        {constraints.length > 0 && (
          <Fact name="Constraints">{constraints.map(constraintWords).join(', ')}</Fact>
        )}
        {tags.length > 0 && <Fact name="Tags">{tags.join(', ')}</Fact>}
        {meta !== undefined && Object.keys(meta).length > 0 && (
          <Fact name="Meta">
            <JsonView value={meta} />
          </Fact>
        )}
      </dl>
    </div>
  )
}

/** Leads to the whole way of a column. */
function InGraph({ id, column }: { readonly id: string; readonly column: string }): JSX.Element {
  const query = new URLSearchParams({ focus: id, column, open: id }).toString()
  return (
    <p class="in-graph">
      <a class="quiet" href={toHash({ kind: 'graph', query })}>
        Its whole way in the graph
      </a>
    </p>
  )
}

/** What is done with personal data where it enters. */
export const POLICIES: Readonly<Record<string, string>> = {
  mask: 'masked',
  hash: 'hashed',
  tokenize: 'replaced by tokens',
  redact: 'removed',
  none: 'as it is',
}

const edgeLine = (it: ColumnEdge): JSX.Element => (
  <li key={`${it.node.id}.${it.column}`}>
    <ColumnLink place={it} /> <span class="how">{it.how}</span>
  </li>
)

const useLine = ({ node, use }: NodeUse): JSX.Element => (
  <li key={`${node.id}.${use}`}>
    <NodeLink link={node} plain /> <span class="how">{use}</span>
  </li>
)

interface WayProps {
  readonly title: string
  /** What is said where there is nothing. */
  readonly none?: string
  readonly children: readonly JSX.Element[]
}

/** Columns of sources may go to thousands of places. */
const AT_FIRST = 24

function Way({ title, none, children }: WayProps): JSX.Element {
  const { shown, more } = useShort(children, AT_FIRST)
  return (
    <div class="way">
      <h3>{title}</h3>
      {shown.length === 0 ? <p class="quiet">{none}</p> : <ul class="plain">{shown}</ul>}
      {more}
    </div>
  )
}
