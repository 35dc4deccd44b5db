/**
 * The names that dbt (agate 1.9) gives the columns of a header: empty ones become letters, repeated ones are
 * numbered from 2.
 */
export function nameColumns(header: readonly string[]): readonly string[] {
  const names: string[] = []
  const taken = new Set<string>()
  header.forEach((written, index) => {
    const name = written === '' ? letterOf(index) : written
    let unique = name
    for (let number = 2; taken.has(unique); number++) unique = `${name}_${number}`
    taken.add(unique)
    names.push(unique)
  })
  return names
}

function letterOf(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return letters.charAt(index % 26).repeat(Math.floor(index / 26) + 1)
}
