import type { Style } from './entry.ts'

interface Position {
  readonly index: number
  readonly total: number
}

interface Status {
  /** `OK created sql view model main.orders`. */
  readonly message: string
  /** What stands in the brackets, painted. */
  readonly status: string
  readonly seconds?: number
}

/** `3 of 12 OK created sql view model main.orders ......... [OK in 0.12s]`, as wide as dbt's line where there is room. */
export function statusLine({ index, total }: Position, status: Status, style: Style): string {
  const place = `${String(index).padStart(String(total).length)} of ${total} `
  const room = style.width - place.length - 1
  const message = style.isNarrow ? shorten(status.message, room) : status.message
  const filled = `${place}${message} `.padEnd(style.width, '.')
  const time = status.seconds === undefined ? '' : ` in ${formatSeconds(status.seconds)}`
  return `${filled} [${status.status}${time}]`
}

/** `0.12s`, `12.3s`, `3m 05s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(2)}s`
  if (seconds < 60) return `${seconds.toFixed(1)}s`
  const whole = Math.round(seconds)
  const rest = String(whole % 60).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}m ${rest}s`
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m ${rest}s`
}

/** Cuts out the middle: the end of a name tells more than its middle. */
export function shorten(text: string, room: number): string {
  if (text.length <= room) return text
  const kept = Math.max(room - 1, 2)
  const head = Math.ceil(kept / 2)
  return `${text.slice(0, head)}…${text.slice(text.length - (kept - head))}`
}
