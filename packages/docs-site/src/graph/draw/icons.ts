/** How a node ended; what passed needs no sign. */
export const statusPaths = {
  good: 'M3 8.5l3.3 3.3L13 4.8',
  warn: 'M8 2.2 14.5 13.5h-13Z M8 6.5v3.2 M8 11.6h0.01',
  bad: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z M5.7 5.7l4.6 4.6 M10.3 5.7l-4.6 4.6',
  none: '',
} as const

const made = new Map<string, Path2D>()

/** A path for a canvas, made once. */
export function toPath(data: string): Path2D {
  let path = made.get(data)
  if (!path) {
    path = new Path2D(data)
    made.set(data, path)
  }
  return path
}
