import {
  DiagnosticError,
  hasErrors,
  writtenText,
  type Outcome,
  type Source,
} from '@btn/diagnostics'
import { compileTemplate, parse, renderSync, scanBlocks, scopeOf, type Block } from '@btn/jinja'
import type { ParsedDocs } from './parsed.ts'

/** Every `{% docs %}` block of a Markdown file; the rest of it is nobody's. */
export function parseDocs(source: Source): Outcome<readonly ParsedDocs[]> {
  if (!source.text.includes('{%')) return { value: [], diagnostics: [] }
  const { value, diagnostics } = scanBlocks(source, { kinds: ['docs'] })
  const docs: ParsedDocs[] = []
  const mistakes = [...diagnostics]
  for (const block of value) {
    const rendered = renderBody(source, block)
    mistakes.push(...rendered.diagnostics)
    docs.push({ name: block.name, contents: rendered.value.trim() })
  }
  return { value: docs, diagnostics: mistakes }
}

/** As in dbt, a block is a template that sees nothing: `{% raw %}` and remarks go, and an unknown name prints nothing. */
function renderBody(source: Source, { bodySpan: { start, end } }: Block): Outcome<string> {
  const written = writtenText(source, start, end)
  if (!/\{[{%#]/.test(written)) return { value: written, diagnostics: [] }
  const { value, diagnostics } = parse(source, { start, end })
  if (hasErrors(diagnostics)) return { value: written, diagnostics }
  try {
    const { text } = renderSync(compileTemplate(value), scopeOf({}))
    return { value: text, diagnostics }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    return { value: written, diagnostics: error.diagnostics }
  }
}
