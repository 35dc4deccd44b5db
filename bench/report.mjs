// Samples → tables in Markdown.

/** @typedef {import('./measure.mjs').Sample} Sample */

/** @param {readonly number[]} values */
const minimum = (values) => Math.min(...values)

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {number} seconds */
const toSeconds = (seconds) => seconds.toFixed(seconds < 1 ? 3 : 2)

/** @param {readonly string[]} cells */
const toRow = (cells) => `| ${cells.join(' | ')} |`

/**
 * One case: a row per contender, with minimum and median, and ratios of the minima.
 * @param {{ title: string, goal: string, yardstick: string }} info
 * @param {ReadonlyMap<string, readonly Sample[]>} samples
 */
export function toTable({ title, goal, yardstick }, samples) {
  const measured = [...samples].filter(([, list]) => list.length > 0)
  if (measured.length === 0) return `## ${title}\n\nEvery contender failed.\n`
  const base = samples.get(yardstick)?.length ? yardstick : measured[0]?.[0]
  /** @param {string} name @param {keyof Sample} key */
  const best = (name, key) => minimum((samples.get(name) ?? []).map((sample) => sample[key]))
  /** @param {string} name @param {keyof Sample} key */
  const ratio = (name, key) => (best(name, key) / best(base, key)).toFixed(2)
  const rows = measured.map(([name, list]) => {
    const pair = (/** @type {keyof Sample} */ key) => {
      const values = list.map((sample) => sample[key])
      return `${toSeconds(minimum(values))} / ${toSeconds(median(values))}`
    }
    const memory = Math.max(...list.map((sample) => sample.rssMib)).toFixed(0)
    return toRow([name, pair('wall'), ratio(name, 'wall'), pair('cpu'), ratio(name, 'cpu'), memory])
  })
  const failed = [...samples.keys()].filter((name) => samples.get(name)?.length === 0)
  return [
    `## ${title}`,
    '',
    `Goal, ${goal}. Runs: ${Math.max(...measured.map(([, list]) => list.length))} each.`,
    '',
    toRow([
      '',
      'wall s, min / median',
      `× ${base}`,
      'CPU s, min / median',
      `× ${base}`,
      'peak MiB',
    ]),
    toRow(['---', '---:', '---:', '---:', '---:', '---:']),
    ...rows,
    ...failed.map((name) => toRow([name, 'failed', '', '', '', ''])),
    '',
  ].join('\n')
}
