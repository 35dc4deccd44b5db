import { DiagnosticError, span, type Diagnostic, type Span } from '@btn/diagnostics'
import { placeIn } from '../../loads/index.ts'
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
    const items = error.diagnostics.map((item) => ({
      ...item,
      ...spanned(item.span ?? spanOf(context, partOf(item))),
    }))
    throw new DiagnosticError(items, { cause: error })
  }
}

function spanned(found: Span | undefined) {
  return found && { span: found }
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
  { node, state }: StepContext<LoadedSource>,
  part: string | undefined,
): Span | undefined {
  const place = part === undefined ? undefined : placeIn(node.load.places, part)
  const source = place && state.input.runtime.findSource(place.file)
  return place && source && span(source, place.start, place.end)
}
