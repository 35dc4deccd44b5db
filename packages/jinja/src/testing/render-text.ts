import { DiagnosticError, type Diagnostic, type TracedText } from '@btn/diagnostics'
import {
  bindMacro,
  compileMacro,
  compileTemplate,
  parse,
  render,
  scanBlocks,
  scopeOf,
  type RenderOptions,
  type Scope,
  type Value,
} from '../index.ts'

export interface Setting {
  readonly names?: Readonly<Record<string, Value>>
  /** A file of macros, which are called as dbt calls them. */
  readonly macros?: string
  readonly options?: RenderOptions
}

function scopeWith({ names = {}, macros = '' }: Setting): Scope {
  const all = new Map<string, Value>(Object.entries(names))
  const scope = scopeOf(all)
  for (const block of scanBlocks({ path: 'macros.sql', text: macros }).value) {
    all.set(block.name, bindMacro(compileMacro(block), scope))
  }
  return scope
}

export function renderTraced(
  text: string,
  setting: Setting = {},
): TracedText | Promise<TracedText> {
  const { value, diagnostics } = parse({ path: 'model.sql', text })
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
  return render(compileTemplate(value), scopeWith(setting), setting.options)
}

/** The text of a template in which nothing waits. */
export function renderText(text: string, setting: Setting = {}): string {
  const result = renderTraced(text, setting)
  if (result instanceof Promise) throw new Error('something waited')
  return result.text
}

/** The mistakes that reading or rendering a template ends with. */
export function findMistakes(text: string, setting: Setting = {}): readonly Diagnostic[] {
  try {
    renderText(text, setting)
    return []
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return thrown.diagnostics
    throw thrown
  }
}
