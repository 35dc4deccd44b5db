import { DiagnosticError, span, type Diagnostic, type Span } from '@btn/diagnostics'
import { isProtected } from '../../privacy/for-load.ts'
import { placeIn } from '../../loads/index.ts'
import type { RunInput } from '../run-input.ts'
import type { StepContext } from '../step-context.ts'
import type { LoadedSource } from '../../types/index.ts'

/** What is wrong with no line of a file is told where the YAML says it: the SQL of a rule, or `from`. */
export async function withPlaces<T>(
  context: StepContext<LoadedSource>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const { node, state } = context
    const found = error.diagnostics.map((it) => (isProtected(node.load) ? withoutText(it) : it))
    const items = placeItems(found, node, state.input.runtime)
    throw new DiagnosticError(items, { cause: error })
  }
}

/** A line of a file with personal data is told by its number. What is wrong with the settings has no place yet. */
function withoutText(item: Diagnostic): Diagnostic {
  const { span: found } = item
  return found ? { ...item, span: span({ ...found.source, text: '' }, 0, 0) } : item
}

/** The same for what was found without a run. */
export function placeItems(
  items: readonly Diagnostic[],
  node: LoadedSource,
  runtime: Pick<RunInput['runtime'], 'findSource'>,
): readonly Diagnostic[] {
  return items.map((item) => {
    const found = item.span ?? spanOf(node, runtime, partOf(item))
    return found ? { ...item, span: found } : item
  })
}

/** The part of the settings that a mistake is in. */
function partOf({ code, params }: Diagnostic): string | undefined {
  if (!code.startsWith('load-')) return undefined
  if ('part' in params && typeof params.part === 'string') return params.part
  if (code === 'load-option' && 'option' in params) return `load.options.${String(params.option)}`
  if (code === 'load-quarantine-unwritable') return 'quarantine.files'
  return code.startsWith('load-columns-') ? 'load.drift' : 'load.from'
}

function spanOf(
  { load, columns }: LoadedSource,
  runtime: Pick<RunInput['runtime'], 'findSource'>,
  part = '',
): Span | undefined {
  const [, column] = /^columns\.(.*)$/s.exec(part) ?? []
  const place = column === undefined ? placeIn(load.places, part) : columns.get(column)?.place
  const source = place && runtime.findSource(place.file)
  return place && source && span(source, place.start, place.end)
}
