/** The order of versions: as numbers where both are, as text otherwise. */
export function compareVersions(left: string | number, right: string | number): number {
  const [a, b] = [Number(left), Number(right)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0
}
