import type { Painter } from './paint.ts'

const CHANGE = /→/g

/** The table of a failed unit test, as its message has it, for a terminal: rows by their marks, changed values by theirs. */
export function paintDifference(message: string, paint: Painter): string {
  const lines = message
    .trim()
    .split(/\r?\n/)
    .map((line) => `  ${paintLine(line, paint)}`.trimEnd())
  return lines.join('\n')
}

function paintLine(line: string, paint: Painter): string {
  if (line.startsWith('+++')) return paint.good(line)
  if (line.startsWith('---')) return paint.bad(line)
  if (line.startsWith('@@')) return paint.strong(line)
  return line.startsWith('→') ? line.replace(CHANGE, paint.warn('→')) : line
}
