import type { CodeLink } from '../../data/index.ts'

/** What names in a text stand for; undefined for what has no page. */
export interface Names {
  readonly ref: (name: string, owner?: string, version?: string) => string | undefined
  readonly source: (source: string, table: string) => string | undefined
  readonly macro: (name: string, owner?: string) => string | undefined
}

const templatePart = /\{#[\s\S]*?#\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g

const TEXT = String.raw`(?:'([^'\n]*)'|"([^"\n]*)")`
/** `ref('a')`, `ref('pkg', 'a')`, `ref('a', v=2)`, and the same of `source`. */
const reference = new RegExp(
  String.raw`\b(ref|source)\s*\(\s*${TEXT}\s*(?:,\s*${TEXT}\s*)?(?:,\s*(?:v|version)\s*=\s*(?:${TEXT}|([\d.]+))\s*)?\)`,
  'g',
)
const call = /(?<![\w.])(?:([\p{L}_]\w*)\.)?([\p{L}_]\w*)\s*\(/gu

/** References and calls of macros in a template. Python has no braces around them. */
export function linkTemplate(text: string, names: Names, isPython: boolean): readonly CodeLink[] {
  const links: CodeLink[] = []
  const parts = isPython ? [{ 0: text, index: 0 }] : text.matchAll(templatePart)
  for (const { 0: part, index } of parts) {
    if (part.startsWith('{#')) continue
    linkReferences(part, index, names, links)
    if (!isPython) linkCalls(part, index, names, links)
  }
  return inOrder(links)
}

function linkReferences(part: string, offset: number, names: Names, links: CodeLink[]): void {
  for (const found of part.matchAll(reference)) {
    const [whole, word, a1, a2, b1, b2, v1, v2, v3] = found
    const [first, second, version] = [a1 ?? a2 ?? '', b1 ?? b2, v1 ?? v2 ?? v3]
    const id =
      word === 'source'
        ? names.source(first, second ?? '')
        : names.ref(second ?? first, second === undefined ? undefined : first, version)
    if (id) links.push({ start: offset + found.index, length: whole.length, id })
  }
}

function linkCalls(part: string, offset: number, names: Names, links: CodeLink[]): void {
  for (const found of part.matchAll(call)) {
    const [, owner, name = ''] = found
    const id = names.macro(name, owner)
    if (!id) continue
    const length = (owner === undefined ? 0 : owner.length + 1) + name.length
    links.push({ start: offset + found.index, length, id })
  }
}

/** Relations in compiled SQL, by the name that SQL has for each: `"db"."main"."orders"` → id. */
export function linkRelations(
  text: string,
  relations: ReadonlyMap<string, string>,
): readonly CodeLink[] {
  const links: CodeLink[] = []
  for (const [relation, id] of relations) {
    let start = text.indexOf(relation)
    while (start >= 0) {
      links.push({ start, length: relation.length, id })
      start = text.indexOf(relation, start + relation.length)
    }
  }
  return inOrder(links)
}

/** Sorted; of links that lie across each other the longer stays. */
function inOrder(links: readonly CodeLink[]): readonly CodeLink[] {
  const sorted = [...links].sort((a, b) => a.start - b.start || b.length - a.length)
  let end = 0
  return sorted.filter(({ start, length }) => {
    if (start < end) return false
    end = start + length
    return true
  })
}
