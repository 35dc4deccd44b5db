import { DatabaseError, type Connection, type LoadRequest } from '@btn/adapter'
import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import { findComplaints, toDiagnostic } from './contract-pieces.ts'
import { isPersonal } from './layout.ts'
import type { Stage } from './stage.ts'

type Request = Pick<LoadRequest, 'relation' | 'contract'>

/**
 * Says which part of a contract the database does not understand, or cannot work out for a row: each is tried alone. Gives the error back where
 * it is none of them.
 */
export async function explainError(
  connection: Connection,
  { request, stage }: { readonly request: Request; readonly stage: Stage },
  thrown: unknown,
): Promise<unknown> {
  if (!(thrown instanceof DatabaseError) || thrown.isInterrupt) return thrown
  const error = withoutValues(thrown, stage)
  const full = diskFull(request, error)
  if (full) return new DiagnosticError(full, { cause: error })
  const complaints = await findComplaints(connection, request, stage.plan)
  const found = complaints.map((it) =>
    toDiagnostic(request.relation, { ...it, error: withoutValues(it.error, stage) }),
  )
  return found.length > 0 ? new DiagnosticError(found, { cause: error }) : error
}

/** What the database says of a statement has no data in it; what it says of rows may have. */
function withoutValues(error: DatabaseError, { plan }: Stage): DatabaseError {
  const [, kind = '', isOfStatement] =
    /^((Binder|Catalog|Parser|IO|TransactionContext|Interrupt)?[\w ]* Error):/.exec(
      error.message,
    ) ?? []
  if (!isPersonal(plan.layout) || isOfStatement !== undefined) return error
  return new DatabaseError(`${kind || 'Error'}: the rest may tell personal data and is not shown`)
}

function diskFull({ relation }: Request, { message }: DatabaseError): Diagnostic | undefined {
  if (!/No space left on device|failed to offload data block|out of space/i.test(message))
    return undefined
  return diagnostic('disk-full', { path: duckdbDialect.name(relation) })
}
