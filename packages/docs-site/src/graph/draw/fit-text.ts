/** What measures text; a canvas does. */
export interface Measure {
  font: string
  readonly measureText: (text: string) => { readonly width: number }
}

const fitted = new Map<string, string>()
const most = 40_000

/** The text, shortened with an ellipsis where it is wider than `width`; names differ most at their ends, so both are kept. */
export function fitText(measure: Measure, text: string, font: string, width: number): string {
  const key = `${font}|${width}|${text}`
  const known = fitted.get(key)
  if (known !== undefined) return known
  if (fitted.size > most) fitted.clear()
  measure.font = font
  const fit = measure.measureText(text).width <= width ? text : shorten(measure, text, width)
  fitted.set(key, fit)
  return fit
}

function shorten(measure: Measure, text: string, width: number): string {
  const letters = [...text]
  let [low, high] = [1, letters.length - 1]
  const cut = (kept: number): string => {
    const tail = Math.floor(kept * 0.4)
    return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`
  }
  while (low < high) {
    const kept = Math.ceil((low + high) / 2)
    if (measure.measureText(cut(kept)).width <= width) low = kept
    else high = kept - 1
  }
  return cut(low)
}
