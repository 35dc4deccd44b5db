export function isStruct(type: string): boolean {
  return /^struct/i.test(type)
}

/** The names and types in `STRUCT(a INTEGER, b STRUCT(c DECIMAL(10,2)))`, those of the outermost level. */
export function structFields(type: string): readonly (readonly [name: string, type: string])[] {
  const inside = /^struct\((.*)\)/is.exec(type)?.[1]
  if (inside === undefined) return []
  return splitAtCommas(inside).map((field) => {
    const blank = field.indexOf(' ')
    return blank < 0 ? [field, ''] : [field.slice(0, blank), field.slice(blank + 1)]
  })
}

function splitAtCommas(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}
