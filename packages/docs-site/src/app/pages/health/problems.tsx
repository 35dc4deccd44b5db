import type { JSX } from 'preact'
import type { Problem } from '../../../data/index.ts'
import { counted } from '../../parts/format.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { StatusMark, VerdictMark } from '../../parts/status.tsx'
import { Time } from '../../parts/time.tsx'
import { testWords } from '../node/test-words.ts'

export function Problems({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  if (problems.length === 0) {
    return (
      <p>
        <VerdictMark verdict="good" word="Nothing failed, nothing warned." />
      </p>
    )
  }
  return (
    <ul class="problems">
      {problems.map((it) => (
        <li key={it.node.id} class="problem">
          <div class="problem-head">
            <StatusMark status={it.status} />
            <ProblemName problem={it} />
            {it.failures !== undefined && it.failures > 0 && (
              <span class="quiet">{counted(it.failures, 'row')}</span>
            )}
            {it.at !== undefined && (
              <span class="problem-when">
                <Time at={it.at} />
              </span>
            )}
          </div>
          {it.message !== undefined && <pre class="message">{it.message}</pre>}
        </li>
      ))}
    </ul>
  )
}

/** A test is told by what it asks, of what. */
function ProblemName({ problem: { node, of, test } }: { readonly problem: Problem }): JSX.Element {
  if (test === undefined || of === undefined) return <NodeLink link={node} />
  return (
    <span class="problem-name">
      <NodeLink link={{ ...node, name: testWords(test) }} /> of <NodeLink link={of} plain />
      {test.column !== undefined && <code>.{test.column}</code>}
    </span>
  )
}
