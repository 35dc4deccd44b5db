import { guardConnection } from './guard.ts'
import { LazyConnection } from '../lazy-connection.ts'
import type { Worker } from '../step-runner.ts'
import type { Checker } from './checker.ts'

/** What templates do while one node is looked at. */
export interface CheckWorker extends Worker {
  /** Takes note from here on. */
  begin(): void
  /** What was sent since. */
  readonly sent: string
  /** Rows of relations were asked for since. */
  readonly asksRows: boolean
  /** Something was not made that would be there in the warehouse. */
  readonly hasMissed: boolean
}

/** All of them share one connection, so that what a hook makes for it is there for all; each knows what its own node has asked. */
export function addWorker({ catalogue, rows }: Checker, threadId: string): CheckWorker {
  const state = { asksRows: false, hasMissed: false, sent: '' }
  const guarded = guardConnection(catalogue.engine, {
    note({ sql, asksRows, isMissed }) {
      state.sent += sql
      state.asksRows ||= asksRows
      state.hasMissed ||= isMissed
    },
    knowsRows: (sql) => rows.knows(sql),
  })
  return {
    threadId,
    connection: new LazyConnection({ connect: () => Promise.resolve(guarded) }),
    begin: () => void Object.assign(state, { asksRows: false, hasMissed: false, sent: '' }),
    get sent() {
      return state.sent
    },
    get asksRows() {
      return state.asksRows
    },
    get hasMissed() {
      return state.hasMissed
    },
  }
}
