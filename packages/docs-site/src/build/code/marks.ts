import { codeClasses, type CodeClass } from '../../data/index.ts'
import { jinjaWords, pythonWords, sqlWords } from './words.ts'

/** Collects pieces as `CodeText.marks` notes them. */
class Marks {
  readonly list: number[] = []
  #end = 0

  add(start: number, length: number, kind: CodeClass): void {
    this.list.push(start - this.#end, length, codeClasses.indexOf(kind))
    this.#end = start + length
  }
}

// One alternative for each kind of piece; the index of the group tells which one matched.
const sqlPiece = new RegExp(
  [
    /(\{#[\s\S]*?(?:#\}|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/, // 1 comment
    /(\{\{-?|\{%-?)/, // 2 the beginning of a template's part
    /('(?:[^']|'')*(?:'|$)|\$\$[\s\S]*?(?:\$\$|$))/, // 3 string
    /("(?:[^"]|"")*(?:"|$))/, // 4 name in quotes
    /((?<![\w$])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w$]))/, // 5 number
    /([\p{L}_][\p{L}\p{N}_$]*)/u, // 6 word
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

const jinjaPiece =
  /(-?\}\}|-?%\})|('(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$))|((?<!\w)\d+(?:\.\d+)?(?!\w))|([\p{L}_][\p{L}\p{N}_]*)/gsu

const pythonPiece =
  /(#[^\n]*)|("""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?)|((?<!\w)\d+(?:\.\d+)?(?!\w))|([\p{L}_][\p{L}\p{N}_]*)/gsu

/** The pieces of SQL, with Jinja in it or without. */
export function markSql(text: string): readonly number[] {
  const marks = new Marks()
  sqlPiece.lastIndex = 0
  for (let found = sqlPiece.exec(text); found; found = sqlPiece.exec(text)) {
    const [piece, comment, opening, string, name, number] = found
    const at = found.index
    if (comment !== undefined) marks.add(at, piece.length, 'comment')
    else if (opening !== undefined) sqlPiece.lastIndex = markJinja(text, at, opening.length, marks)
    else if (string !== undefined) marks.add(at, piece.length, 'string')
    else if (name !== undefined) marks.add(at, piece.length, 'name')
    else if (number !== undefined) marks.add(at, piece.length, 'number')
    else markWord(text, { at, word: piece, keywords: sqlWords }, marks)
  }
  return marks.list
}

export function markPython(text: string): readonly number[] {
  const marks = new Marks()
  for (const found of text.matchAll(pythonPiece)) {
    const [piece, comment, string, number] = found
    if (comment !== undefined) marks.add(found.index, piece.length, 'comment')
    else if (string !== undefined) marks.add(found.index, piece.length, 'string')
    else if (number !== undefined) marks.add(found.index, piece.length, 'number')
    else markWord(text, { at: found.index, word: piece, keywords: pythonWords }, marks)
  }
  return marks.list
}

/** From an opening `{{` or `{%` to its end, which is returned. */
function markJinja(text: string, start: number, length: number, marks: Marks): number {
  marks.add(start, length, 'jinja')
  jinjaPiece.lastIndex = start + length
  for (let found = jinjaPiece.exec(text); found; found = jinjaPiece.exec(text)) {
    const [piece, closing, string, number] = found
    if (closing !== undefined) {
      marks.add(found.index, piece.length, 'jinja')
      return jinjaPiece.lastIndex
    }
    if (string !== undefined) marks.add(found.index, piece.length, 'string')
    else if (number !== undefined) marks.add(found.index, piece.length, 'number')
    else markWord(text, { at: found.index, word: piece, keywords: jinjaWords }, marks)
  }
  return text.length
}

interface Word {
  readonly at: number
  readonly word: string
  readonly keywords: ReadonlySet<string>
}

const CALL = /\s*\(/y

function markWord(text: string, { at, word, keywords }: Word, marks: Marks): void {
  const isKeyword =
    keywords.has(word) || (keywords === sqlWords && keywords.has(word.toLowerCase()))
  if (isKeyword) {
    marks.add(at, word.length, 'keyword')
    return
  }
  CALL.lastIndex = at + word.length
  if (CALL.test(text)) marks.add(at, word.length, 'function')
}
