import { codeClasses, type CodeClass, type CodeText } from '../../data/index.ts'

/** A stretch of a line that looks alike throughout. */
export interface Piece {
  readonly text: string
  readonly class?: CodeClass
  /** Where it leads. */
  readonly id?: string
}

/** The lines of a text, cut where colours or links change. */
export function toLines(code: CodeText): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const piece of toPieces(code)) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    })
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  return lines
}

function toPieces({ text, marks, links }: CodeText): readonly Piece[] {
  const pieces: Piece[] = []
  const colours = toColours(marks)
  const cuts = new Set([0, text.length])
  for (const { start, end } of colours) cuts.add(start).add(end)
  for (const { start, length } of links) cuts.add(start).add(start + length)
  const sorted = [...cuts].sort((a, b) => a - b)
  let colour = 0
  let link = 0
  for (let index = 0; index + 1 < sorted.length; index++) {
    const [from = 0, to = 0] = [sorted[index], sorted[index + 1]]
    while ((colours[colour]?.end ?? Infinity) <= from) colour++
    while (endOf(links[link]) <= from) link++
    const mark = colours[colour]
    const target = links[link]
    pieces.push({
      text: text.slice(from, to),
      ...(mark?.class !== undefined && mark.start <= from && { class: mark.class }),
      ...(target !== undefined && target.start <= from && { id: target.id }),
    })
  }
  return pieces
}

const endOf = (link: { readonly start: number; readonly length: number } | undefined): number =>
  link === undefined ? Infinity : link.start + link.length

interface Colour {
  readonly start: number
  readonly end: number
  readonly class: CodeClass | undefined
}

function toColours(marks: readonly number[]): readonly Colour[] {
  const colours: Colour[] = []
  let at = 0
  for (let index = 0; index + 2 < marks.length; index += 3) {
    const start = at + (marks[index] ?? 0)
    at = start + (marks[index + 1] ?? 0)
    colours.push({ start, end: at, class: codeClasses[marks[index + 2] ?? -1] })
  }
  return colours
}
