const SURROGATE = /[\ud800-\udfff]/

/** The characters of a text as Python counts them. */
export function codePoints(text: string): readonly string[] {
  return SURROGATE.test(text) ? Array.from(text) : text.split('')
}

export function countCodePoints(text: string): number {
  return SURROGATE.test(text) ? codePoints(text).length : text.length
}
