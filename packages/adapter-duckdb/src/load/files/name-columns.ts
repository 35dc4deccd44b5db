/** The scan has a column of this name for itself. */
const TAKEN = 'filename'

/** Names that a scan can have: none is empty, none stands there twice, in any case. */
export function nameColumns(header: readonly string[]): readonly string[] {
  const taken = new Set([TAKEN, ...header.map((name) => name.toLowerCase())])
  const used = new Set([TAKEN])
  return header.map((name, index) => {
    const wanted = name === '' ? `column_${index + 1}` : name
    let free = wanted
    for (let n = 1; used.has(free.toLowerCase()) || (n > 1 && taken.has(free.toLowerCase())); n++) {
      free = `${wanted}_${n}`
    }
    used.add(free.toLowerCase())
    return free
  })
}

export function positionalNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `column_${index + 1}`)
}
