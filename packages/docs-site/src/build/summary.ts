const MOST = 140
/** A sentence that is shorter says too little to stand alone. */
const LEAST = 40

/** What a description in Markdown says first, as plain text: its first paragraph, as many whole sentences of it as there is room for. */
export function summaryOf(description: string): string {
  const plain = toPlain(firstParagraph(description))
  if (plain.length <= MOST) return plain
  const part = plain.slice(0, MOST)
  const end = Math.max(...['. ', '! ', '? '].map((it) => part.lastIndexOf(it)))
  if (end >= LEAST) return part.slice(0, end + 1)
  const lastWord = part.lastIndexOf(' ')
  return `${part.slice(0, lastWord > LEAST ? lastWord : MOST - 1)}…`
}

/** Lines that follow each other are one text, but for headings and lists. */
function firstParagraph(text: string): string {
  const [first = '', ...rest] = text.trim().split(/\n/)
  if (/^\s*#/.test(first)) return first
  const end = rest.findIndex((it) => /^\s*($|#|>|```|[-*+] |\d+[.)] |\|)/.test(it))
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].map((it) => it.trim()).join(' ')
}

function toPlain(markdown: string): string {
  const parts = markdown.replace(/^([#>\s]+|[-*+] )/, '').split(/`([^`]*)`/)
  return parts
    .map((part, index) => (index % 2 === 1 ? part : withoutMarks(part)))
    .join('')
    .trim()
}

/** Underscores within words are part of a name. */
function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+|(?<!\w)_+|(?<=\w)_+(?!\w)/g, '')
}
