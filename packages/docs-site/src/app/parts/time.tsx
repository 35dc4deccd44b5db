import type { JSX } from 'preact'
import { moment } from './format.ts'

/** A moment in the reader's zone; pointing at it shows it in UTC. */
export function Time({ at }: { readonly at: string }): JSX.Element {
  return (
    <time dateTime={at} title={at}>
      {moment(at)}
    </time>
  )
}
