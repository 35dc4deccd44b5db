export interface Box {
  readonly width: number
  readonly height: number
}

export interface Packed extends Box {
  readonly places: readonly { readonly x: number; readonly y: number }[]
}

/** A page is a bit wider than high. */
const pageShape = 1.6

/** Puts boxes in shelves, in the order given: left to right, then below. */
export function packShelves(boxes: readonly Box[], gap: number): Packed {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0)
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0)
  const limit = Math.max(widest, Math.sqrt(area * pageShape))
  let [x, y, shelf, width] = [0, 0, 0, 0]
  const places = boxes.map((box) => {
    if (x > 0 && x + box.width > limit) {
      y += shelf + gap
      x = 0
      shelf = 0
    }
    const place = { x, y }
    x += box.width + gap
    shelf = Math.max(shelf, box.height)
    width = Math.max(width, place.x + box.width)
    return place
  })
  return { places, width, height: y + shelf }
}
