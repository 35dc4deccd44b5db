export interface BlockScalar {
  readonly value: string
  /** Start of the first line after the scalar (and after the blank lines that follow it). */
  readonly end: number
  /** End of the last line of content. */
  readonly contentEnd: number
}

const HEADER = /^([|>])([-+]?)[ ]*(?: #.*)?$/

/** Reads `|` and `>` scalars whose header starts at `start`; undefined for headers or indentation out of the ordinary. */
export function readBlockScalar(
  text: string,
  start: number,
  parent: number,
): BlockScalar | undefined {
  const headerEnd = lineEnd(text, start)
  const header = HEADER.exec(text.slice(start, headerEnd))
  if (!header) return undefined
  const lines: string[] = []
  let indent = -1
  let at = Math.min(headerEnd + 1, text.length)
  let contentEnd = headerEnd
  while (at < text.length) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end)
    const spaces = line.search(/[^ ]/)
    if (spaces !== -1) {
      if (spaces <= parent || (indent !== -1 && spaces < indent)) break
      if (line[spaces] === '\t') return undefined
      if (indent === -1) {
        indent = spaces
        // A line of blanks longer than the first line's indentation is a mistake.
        if (lines.some((blank) => blank.length > indent)) return undefined
      }
      contentEnd = end
    }
    lines.push(line)
    at = end + 1
  }
  const content = lines.map((line) => line.slice(Math.max(indent, 0)))
  // What is longer than the indentation and blank at the very end is content in a literal.
  if (indent === -1 && lines.some((line) => line !== '')) return undefined
  const value = assemble(content, header[1] === '>', header[2] ?? '')
  // PyYAML gives a block that the end of the text cuts off no last line break.
  const isCut = at > text.length && content.at(-1) !== ''
  return {
    value: isCut ? value.replace(/\n$/, '') : value,
    end: Math.min(at, text.length),
    contentEnd,
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function assemble(lines: readonly string[], isFolded: boolean, chomping: string): string {
  let count = lines.length
  while (count > 0 && lines[count - 1] === '') count--
  const body = lines.slice(0, count)
  const text = isFolded ? foldLines(body) : body.join('\n')
  if (chomping === '-') return text
  if (chomping === '+') return text + '\n'.repeat(lines.length - count + (count > 0 ? 1 : 0))
  return count === 0 ? '' : `${text}\n`
}

/** A break between two lines of text becomes a blank; around lines that are indented more, breaks stay. */
function foldLines(lines: readonly string[]): string {
  let text = ''
  let breaks = 0
  let wasIndented = false
  let isFirst = true
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    const isIndented = line.startsWith(' ') || line.startsWith('\t')
    if (isFirst) text += '\n'.repeat(breaks)
    else if (wasIndented || isIndented) text += '\n'.repeat(breaks + 1)
    else text += breaks === 0 ? ' ' : '\n'.repeat(breaks)
    text += line
    breaks = 0
    wasIndented = isIndented
    isFirst = false
  }
  return text
}
