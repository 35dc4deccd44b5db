import { diagnostic, hasErrors, type Diagnostic, type Outcome, type Source } from '@btn/diagnostics'
import { scanBlocks, type Block } from '@btn/jinja'

/** The blocks of a file, with a warning for each tag that stands outside of them; `name` is what dbt calls the file. */
export function scanFile(
  source: Source,
  kinds: readonly Block['kind'][],
  name: string,
): Outcome<readonly Block[]> {
  const stray: Diagnostic[] = []
  const { value, diagnostics } = scanBlocks(source, {
    kinds,
    onStray: (tag, place) =>
      stray.push(diagnostic('block-unexpected', { tag, file: name }, { span: place })),
  })
  return { value, diagnostics: hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...stray] }
}
