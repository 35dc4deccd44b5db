/** DuckDB reads rows of so many bytes without being told. */
const DEFAULT_LIMIT = 2_000_000

/** The option that makes DuckDB read a longest row, with its comma. It reads in larger blocks then, and slower: only where it must be. */
export function writeLineLimit(longestRow: number): string {
  // A line break, and quotes of names, belong to the row, too.
  const wanted = longestRow + 16
  return wanted <= DEFAULT_LIMIT ? '' : `, max_line_size = ${wanted}`
}
