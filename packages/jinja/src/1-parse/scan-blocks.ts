import {
  diagnostic,
  hasErrors,
  span,
  type Diagnostic,
  type Outcome,
  type Source,
  type Span,
} from '@btn/diagnostics'
import type { MacroTag } from './ast.ts'
import type { Block } from './block.ts'
import { skipSpace } from './whitespace.ts'

export interface ScanOptions {
  /** Which blocks count; others are plain text. All when not given. */
  readonly kinds?: readonly Block['kind'][]
  /** Told of each tag that stands outside of these blocks. */
  readonly onStray?: (name: string, place: Span) => void
}

const ALL: readonly MacroTag[] = [
  'macro',
  'test',
  'data_test',
  'materialization',
  'docs',
  'snapshot',
]
const NAME = /[A-Za-z_][A-Za-z_0-9]*/y
const RAW_END = /\{%[-+]?\s*endraw\s*[-+]?%\}/g

/** The blocks at the top level of a file, found without reading their bodies. */
export function scanBlocks(source: Source, options: ScanOptions = {}): Outcome<readonly Block[]> {
  const scanner = new Scanner(source, new Set(options.kinds ?? ALL), options.onStray)
  scanner.scan()
  return { value: scanner.blocks, diagnostics: scanner.diagnostics }
}

interface Tag {
  readonly name: string
  readonly start: number
  /** Behind the name. */
  readonly afterName: number
  readonly end: number
}

interface Open extends Pick<Block, 'kind' | 'name' | 'nameSpan'> {
  readonly tag: Tag
}

class Scanner {
  readonly blocks: Block[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly #source: Source
  readonly #text: string
  readonly #kinds: ReadonlySet<string>
  /** Tags of control flow that are open outside of blocks. */
  readonly #flow: Tag[] = []
  readonly #onStray: ScanOptions['onStray']
  #open: Open | undefined

  constructor(source: Source, kinds: ReadonlySet<string>, onStray: ScanOptions['onStray']) {
    this.#onStray = onStray
    this.#source = source
    this.#text = source.text
    this.#kinds = kinds
  }

  scan(): void {
    let at = 0
    while (!hasErrors(this.diagnostics)) {
      const brace = this.#text.indexOf('{', at)
      if (brace === -1) break
      at = this.#readBraces(brace)
    }
    if (this.#open && !hasErrors(this.diagnostics)) this.#reportUnclosed(this.#open)
  }

  /** Reads what starts at a brace; gives the offset behind it. */
  #readBraces(brace: number): number {
    switch (this.#text[brace + 1]) {
      case '#':
        return this.#skipTo('#}', brace, brace + 2)
      case '{':
        return this.#skipInside('}}', brace, brace + 2)
      case '%':
        return this.#readTag(brace)
      default:
        return brace + 1
    }
  }

  #skipTo(closing: string, start: number, from: number): number {
    const at = this.#text.indexOf(closing, from)
    return at === -1 ? this.#reportOpen(start, closing) : at + closing.length
  }

  /** Looks for the end of a tag; only texts can hide it. */
  #skipInside(closing: '}}' | '%}', start: number, from: number): number {
    const text = this.#text
    for (let at = from; at < text.length; at++) {
      const char = text[at]
      if (char === '"' || char === "'") at = this.#findQuote(char, at)
      else if (char === closing[0] && text[at + 1] === closing[1]) {
        // `}}` may close two dicts, and the braces of the tag come third.
        if (closing === '}}' && text[at + 2] === '}') continue
        return at + 2
      }
    }
    return this.#reportOpen(start, closing)
  }

  #findQuote(quote: string, start: number): number {
    for (let at = start + 1; at < this.#text.length; at++) {
      if (this.#text[at] === quote) return at
      if (this.#text[at] === '\\') at++
    }
    return this.#text.length
  }

  #readTag(brace: number): number {
    const sign = this.#text[brace + 2]
    const nameAt = skipSpace(this.#text, sign === '-' || sign === '+' ? brace + 3 : brace + 2)
    const name = this.#nameAt(nameAt)
    if (name === 'raw') return this.#skipRaw(brace)
    const afterName = nameAt + name.length
    const end = this.#skipInside('%}', brace, afterName)
    if (!hasErrors(this.diagnostics)) this.#handle({ name, start: brace, afterName, end })
    return end
  }

  #nameAt(at: number): string {
    NAME.lastIndex = at
    return NAME.exec(this.#text)?.[0] ?? ''
  }

  #skipRaw(start: number): number {
    RAW_END.lastIndex = start
    if (!RAW_END.test(this.#text)) return this.#reportOpen(start, '{% endraw %}')
    const end = RAW_END.lastIndex
    if (!this.#open) this.#onStray?.('raw', span(this.#source, start, end))
    return end
  }

  #handle(tag: Tag): void {
    if (this.#open && tag.name === `end${this.#open.kind}`) this.#close(this.#open, tag)
    else if (this.#kinds.has(tag.name)) this.#begin(tag)
    else if (!this.#open) this.#handleStray(tag)
  }

  #handleStray(tag: Tag): void {
    if (tag.name === 'if' || tag.name === 'for') this.#flow.push(tag)
    else if (tag.name === 'endif' || tag.name === 'endfor') this.#flow.pop()
    this.#onStray?.(tag.name, span(this.#source, tag.start, tag.end))
  }

  #begin(tag: Tag): void {
    const nameAt = skipSpace(this.#text, tag.afterName)
    const name = this.#nameAt(nameAt)
    const outer = this.#open
      ? `{% ${this.#open.kind} ${this.#open.name} %}`
      : this.#flow.at(-1) && `{% ${this.#flow.at(-1)?.name} %}`
    if (outer !== undefined) return this.#reportInner(tag, name, outer)
    if (name === '') return this.#reportNameless(tag)
    const nameSpan = span(this.#source, nameAt, nameAt + name.length)
    this.#open = { kind: tag.name as MacroTag, name, nameSpan, tag }
  }

  #close(open: Open, tag: Tag): void {
    const { kind, name, nameSpan } = open
    const source = this.#source
    this.blocks.push({
      kind,
      name,
      source,
      nameSpan,
      span: span(source, open.tag.start, tag.end),
      tagSpan: span(source, open.tag.start, open.tag.end),
      bodySpan: span(source, open.tag.end, tag.start),
    })
    this.#open = undefined
  }

  #reportOpen(start: number, closing: string): number {
    const opening = closing === '{% endraw %}' ? '{% raw %}' : this.#text.slice(start, start + 2)
    const params = { pythonType: 'TemplateSyntaxError', opening, closing }
    const place = span(this.#source, start, start + 2)
    this.diagnostics.push(diagnostic('unclosed-delimiter', params, { span: place }))
    return this.#text.length
  }

  #reportUnclosed({ kind, tag }: Open): void {
    const params = { pythonType: 'TemplateSyntaxError', tag: kind, end: `end${kind}` }
    const place = span(this.#source, tag.start, tag.end)
    this.diagnostics.push(diagnostic('unclosed-tag', params, { span: place }))
  }

  #reportNameless(tag: Tag): void {
    const problem = `the name of this ${tag.name} is missing`
    const params = { pythonType: 'TemplateSyntaxError', problem }
    const place = span(this.#source, tag.start, tag.end)
    this.diagnostics.push(diagnostic('template-syntax', params, { span: place }))
  }

  #reportInner(tag: Tag, name: string, outer: string): void {
    const params = { pythonType: 'TemplateSyntaxError', tag: tag.name, name, outer }
    const place = span(this.#source, tag.start, tag.end)
    this.diagnostics.push(diagnostic('block-in-block', params, { span: place }))
  }
}
