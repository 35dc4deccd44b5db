import { DiagnosticError, type Source } from '@btn/diagnostics'
import { compileTemplate, parse, type CompiledTemplate } from '@btn/jinja'
import { INLINE } from '../inline.ts'
import type { Node } from '../types/index.ts'
import type { RuntimeOptions } from './create-runtime.ts'

/** A text, or a part of one, that is a template. */
export interface TemplateText {
  readonly source: Source
  readonly start?: number
  readonly end?: number
}

/** The node's file, cut to the query in it: positions stay those of the file. */
export function templateOf(project: RuntimeOptions['project'], node: Node): TemplateText {
  if ('rawCode' in node && node.file === INLINE) {
    return { source: { path: node.file, text: node.rawCode } }
  }
  if (node.kind === 'monitor' || (node.kind === 'snapshot' && !node.isBlock)) {
    return { source: { path: node.file, text: node.rawCode } }
  }
  const source = project.sources.read(node.file).value
  if (source && node.kind === 'snapshot')
    return { source, start: node.place.start, end: node.place.end }
  if (!source) return { source: { path: node.file, text: '' } }
  const { text } = source
  return { source, start: text.length - text.trimStart().length, end: text.trimEnd().length }
}

/** Its tree; throws what is wrong with it. */
export function parseTemplateText(range: TemplateText) {
  const { source, ...options } = range
  const { value, diagnostics } = parse(source, options)
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
  return value
}

const known = new Map<string, CompiledTemplate>()
/** More than the texts of the files whose tests are under way. */
const MOST_KNOWN = 256

/** The template of a generic test. The thousands of a project have few texts: a call of `test_unique` is the same for all of a file. */
export function compileTest(path: string, text: string): CompiledTemplate {
  const key = `${path}\0${text}`
  const found = known.get(key)
  if (found) return found
  const template = compileTemplate(parseTemplateText({ source: { path, text } }))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, template)
  return template
}
