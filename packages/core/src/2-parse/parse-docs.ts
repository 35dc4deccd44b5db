import { writtenText, type Outcome, type Source } from '@btn/diagnostics'
import { scanBlocks } from '@btn/jinja'
import type { ParsedDocs } from './parsed.ts'

/** Every `{% docs %}` block of a Markdown file; the rest of it is nobody's. */
export function parseDocs(source: Source): Outcome<readonly ParsedDocs[]> {
  if (!source.text.includes('{%')) return { value: [], diagnostics: [] }
  const { value, diagnostics } = scanBlocks(source, { kinds: ['docs'] })
  const docs = value.map(({ name, bodySpan: { start, end } }) => ({
    name,
    contents: writtenText(source, start, end).trim(),
  }))
  return { value: docs, diagnostics }
}
