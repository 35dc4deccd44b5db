/** The names that columns get in a table made of a query: names that are taken get a number, whatever their case. */
export function toTableNames(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const key = name.toLowerCase()
    const count = counts.get(key)
    if (count === undefined) {
      counts.set(key, 1)
      return name
    }
    return numbered(name, counts)
  })
}

function numbered(name: string, counts: Map<string, number>): string {
  const key = name.toLowerCase()
  for (let count = counts.get(key) ?? 1; ; count++) {
    const candidate = `${name}_${count}`
    if (counts.has(candidate.toLowerCase())) continue
    counts.set(key, count + 1)
    counts.set(candidate.toLowerCase(), 1)
    return candidate
  }
}
