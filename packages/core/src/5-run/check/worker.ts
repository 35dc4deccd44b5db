import type { Connection } from '@btn/adapter'
import { guardConnection, guardDatabase } from './guard.ts'
import { LazyConnection } from '../lazy-connection.ts'
import type { Worker } from '../step-runner.ts'
import type { CheckInput } from './check-input.ts'

/** What templates do while one node is looked at. */
export interface CheckWorker extends Worker {
  /** Takes note from here on. */
  begin(): void
  /** Something was asked since. */
  readonly hasAsked: boolean
  /** Rows of relations were asked for since. */
  readonly asksRows: boolean
  readonly hasPassedOver: boolean
}

/** All of them share one connection, so that what a hook makes for it is there for all; each knows what its own node has asked. */
export function addWorker(
  { empty }: CheckInput,
  connection: Connection,
  threadId: string,
): CheckWorker {
  const state = { hasAsked: false, asksRows: false, hasPassedOver: false }
  const guarded = guardConnection(connection, ({ asksRows, isPassedOver }) => {
    state.hasAsked = true
    state.asksRows ||= asksRows
    state.hasPassedOver ||= isPassedOver
  })
  return {
    threadId,
    connection: new LazyConnection(guardDatabase(empty.database, guarded)),
    begin: () =>
      void Object.assign(state, { hasAsked: false, asksRows: false, hasPassedOver: false }),
    get hasAsked() {
      return state.hasAsked
    },
    get asksRows() {
      return state.asksRows
    },
    get hasPassedOver() {
      return state.hasPassedOver
    },
  }
}
