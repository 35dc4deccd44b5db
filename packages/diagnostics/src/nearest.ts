/** Number of single-character edits (insert, delete, replace, swap of neighbours) between two words. */
export function editDistance(from: string, to: string): number {
  let before: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      )
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[to.length] ?? 0
}

/** Those of the candidates that may have been meant, by a looser measure: for a list, not for one answer. */
export function findNear(name: string, candidates: readonly string[]): readonly string[] {
  return candidates.filter((it) => isNear(name.toLowerCase(), it.toLowerCase()))
}

function isNear(name: string, other: string): boolean {
  const limit = Math.floor(Math.max(name.length, other.length) / 2)
  return sharesWord(name, other) || editDistance(name, other) < limit
}

/** `amount` and `amount_cents`. */
function sharesWord(name: string, other: string): boolean {
  const words = new Set(wordsOf(name))
  return wordsOf(other).some((it) => words.has(it))
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((it) => it.length > 2)
}

/** The candidate most like `name`, when one is near enough to be what was meant. */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  // One letter is like any other.
  const limit = name.length < 2 ? 0 : Math.max(1, Math.floor(name.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** `Did you mean "x"?`, or nothing when no candidate is near. */
export function didYouMean(nearest: string | undefined): string | undefined {
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`
}
