import type { AlertSpec, AlertSeverity, AlertSubject } from '../types/index.ts'
import type { OpenAlert } from './open-alerts.ts'

/** What a run found of one thing that alerts may listen to. */
export interface Occurrence {
  /** One alert at a time is open for each. */
  readonly id: string
  readonly subject: AlertSubject
  readonly name: string
  /** Undefined: all is well. */
  readonly severity: AlertSeverity | undefined
  readonly message: string
  readonly date: string | undefined
  readonly value: number | undefined
}

export type AlertState = 'opened' | 'repeated' | 'resolved'

/** Who is told what of it now. */
export interface Telling {
  readonly state: AlertState
  readonly specs: readonly AlertSpec[]
}

export function listens(
  { of, names }: AlertSpec,
  { subject, name }: Pick<Occurrence, 'subject' | 'name'>,
): boolean {
  return of.includes(subject) && (names === undefined || names.includes(name))
}

/** Each is told once that it began, again after a while where that is wanted, and once that it is over. */
export function decide(
  occurrence: Occurrence,
  specs: readonly AlertSpec[],
  known: OpenAlert | undefined,
  nowMs: number,
): readonly Telling[] {
  const { severity } = occurrence
  const news: AlertSpec[] = []
  const again: AlertSpec[] = []
  const over: AlertSpec[] = []
  for (const spec of specs.filter((it) => listens(it, occurrence))) {
    const toldMs = known?.told.get(spec.name)
    const applies = severity !== undefined && spec.on.includes(severity)
    if (!applies) {
      if (toldMs !== undefined) over.push(spec)
    } else if (toldMs === undefined) news.push(spec)
    else if (spec.repeatEveryMs !== undefined && nowMs - toldMs >= spec.repeatEveryMs)
      again.push(spec)
  }
  // Somebody who could not be reached is told later of what is no news any more.
  const begun = known?.isOpen ? [] : news
  const repeated = known?.isOpen ? [...news, ...again] : again
  const isForgotten = severity === undefined && known?.isOpen === true && known.told.size === 0
  return [
    ...(begun.length > 0 ? [{ state: 'opened', specs: begun } as const] : []),
    ...(repeated.length > 0 ? [{ state: 'repeated', specs: repeated } as const] : []),
    ...(over.length > 0 || isForgotten ? [{ state: 'resolved', specs: over } as const] : []),
  ]
}
