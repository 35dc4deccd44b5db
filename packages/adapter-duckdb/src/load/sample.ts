import type { Connection, RejectedRow } from '@btn/adapter'
import { REJECTED, rejectedColumns as its } from './rejected-rows.ts'
import type { Stage } from './stage.ts'

const MOST_ROWS = 10

/** The first rejected rows, as a person wants to see them. */
export async function sampleRejected(
  connection: Connection,
  { files }: Stage,
): Promise<readonly RejectedRow[]> {
  const { rows } = await connection.query(
    `select ${its.file}, ${its.line}, to_json(${its.texts}) from ${REJECTED} limit ${MOST_ROWS}`,
  )
  return rows.map(([file, line, reasons]) => ({
    shownPath: files[Number(file)]?.shownPath ?? '',
    line: Number(line),
    reasons: JSON.parse(String(reasons)),
  }))
}
