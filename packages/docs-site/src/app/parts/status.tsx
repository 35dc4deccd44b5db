import type { JSX } from 'preact'
import { verdictOf, type Status, type Verdict } from '../../data/index.ts'
import { Icon } from './icon.tsx'
import { STATUS_WORDS, VERDICT_ICONS } from './words.ts'

interface StatusProps {
  readonly status: Status
  /** Instead of the usual word. */
  readonly word?: string | undefined
}

/** A status, by icon, word and colour. */
export function StatusMark({ status, word }: StatusProps): JSX.Element {
  return <VerdictMark verdict={verdictOf(status)} word={word ?? STATUS_WORDS[status]} />
}

interface VerdictProps {
  readonly verdict: Verdict
  readonly word: string
}

export function VerdictMark({ verdict, word }: VerdictProps): JSX.Element {
  return (
    <span class={`status ${verdict}`}>
      <Icon name={VERDICT_ICONS[verdict]} />
      {word}
    </span>
  )
}
