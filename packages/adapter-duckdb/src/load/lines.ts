import type { ScannableFile } from './files/inspection.ts'
import { FILE, list, quote } from './names.ts'

/** A query over rows of a stage that adds where each began: (…, line). `rows` is a query that has `_btn_at`, the row's number in the stage. */
export function withLines(files: readonly ScannableFile[], rows: string): string {
  if (files.every(({ lines }) => lines.sql === undefined)) {
    return `select *, _btn_at + ${plainOffsets(files)} as _btn_line from (${rows})`
  }
  const starts = startsOf(files)
  const maps = files.map(({ lines }, index) =>
    lines.sql === undefined
      ? `select ${index} as _btn_in, 0::bigint as _btn_from, ${lines.first}::bigint as _btn_shift`
      : `select ${index} as _btn_in, from_row as _btn_from, line_offset as _btn_shift from ${lines.sql}`,
  )
  const numbered = `select *, _btn_at - ([${list(starts.map(String))}])[${quote(FILE)} + 1] as _btn_nth from (${rows})`
  return (
    `select numbered.* exclude (_btn_nth), _btn_nth + _btn_shift as _btn_line from (${numbered}) as numbered` +
    ` asof join (${maps.join(' union all ')}) as maps` +
    ` on numbered.${quote(FILE)} = _btn_in and _btn_nth >= _btn_from`
  )
}

/** Sets a column of the stage to the line that its row begins in. */
export function setLines(stage: string, column: string, files: readonly ScannableFile[]): string {
  const name = quote(column)
  if (files.every(({ lines }) => lines.sql === undefined)) {
    return `update ${stage} set ${name} = rowid + ${plainOffsets(files)}`
  }
  const lines = withLines(files, `select rowid as _btn_at, ${quote(FILE)} from ${stage}`)
  return `update ${stage} set ${name} = found._btn_line from (${lines}) as found where rowid = found._btn_at`
}

function plainOffsets(files: readonly ScannableFile[]): string {
  const starts = startsOf(files)
  const offsets = files.map(({ lines }, index) => String(lines.first - (starts[index] ?? 0)))
  return offsets.length === 1 ? (offsets[0] ?? '0') : `([${list(offsets)}])[${quote(FILE)} + 1]`
}

/** Files lie in a stage one after the other: the number of the first row of each. */
function startsOf(files: readonly ScannableFile[]): readonly number[] {
  let start = 0
  return files.map(({ rows }) => {
    const own = start
    start += rows
    return own
  })
}
