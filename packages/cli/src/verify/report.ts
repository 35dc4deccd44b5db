import type { Area, Comparison, Difference, Recording } from './recording.ts'

/** Of one area, so many differences are shown as text; JSON has all of them. */
const MOST_SHOWN = 20
const LONGEST_LINE = 300

type Pair = readonly [wanted: Recording, found: Recording]

/** The report for people: times, then how much is equal, then what is not. */
export function reportLines(comparison: Comparison, pair: Pair): readonly string[] {
  const { differences } = comparison
  return [
    ...timeLines(pair),
    '',
    ...areaLines(comparison),
    ...areasOf(differences).flatMap((area) => ['', ...differenceLines(area, differences)]),
    '',
    differences.length === 0
      ? `btn made what ${pair[0].tool} made.`
      : `btn differs from ${pair[0].tool} in ${differences.length} places.`,
  ]
}

export function reportJson(comparison: Comparison, [wanted, found]: Pair): string {
  const steps = wanted.steps.map(({ line, exitCode, seconds }, at) => ({
    line,
    exit_codes: [exitCode, found.steps[at]?.exitCode],
    seconds: [seconds ?? null, found.steps[at]?.seconds],
  }))
  const { compared, differences } = comparison
  const report = { tools: [wanted.tool, found.tool], steps, compared, differences }
  return JSON.stringify(report, null, 2)
}

function timeLines([wanted, found]: Pair): readonly string[] {
  const rows = wanted.steps.map(({ line, seconds }, at) => {
    const own = found.steps[at]?.seconds ?? 0
    const ratio = seconds === undefined ? '' : `${(seconds / own).toFixed(1)}×`
    return [
      line,
      seconds === undefined ? '' : `${seconds.toFixed(2)} s`,
      `${own.toFixed(2)} s`,
      ratio,
    ]
  })
  return align([['', wanted.tool, found.tool, ''], ...rows])
}

function areaLines({ compared, differences }: Comparison): readonly string[] {
  const rows = Object.entries(compared).flatMap(([area, total]) => {
    if (total === 0) return []
    const differing = new Set(differences.filter((it) => it.area === area).map((it) => it.subject))
    return [[area, `${total - differing.size} of ${total} equal`]]
  })
  return align(rows)
}

function areasOf(differences: readonly Difference[]): readonly Area[] {
  return [...new Set(differences.map(({ area }) => area))]
}

function differenceLines(area: Area, all: readonly Difference[]): readonly string[] {
  const own = all.filter((it) => it.area === area)
  const shown = own.slice(0, MOST_SHOWN).map(({ subject, what }) => `  ${subject}: ${what}`)
  const more = own.length > MOST_SHOWN ? [`  and ${own.length - MOST_SHOWN} more`] : []
  return [`${area}:`, ...shown.map(cut), ...more]
}

function cut(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
