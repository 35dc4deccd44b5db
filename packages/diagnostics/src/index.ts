export { catalogue, type Catalogue, type Code } from './catalogue/index.ts'
export {
  diagnostic,
  DiagnosticError,
  hasErrors,
  isError,
  type Diagnostic,
  type Outcome,
  type Params,
  type Related,
  type Where,
} from './diagnostic.ts'
export type { DbtEvent, Entry, Family, Severity } from './entry.ts'
export { codePoints, countCodePoints } from './code-points.ts'
export { eventDataOf, factOf, familyOf } from './family.ts'
export { didYouMean, editDistance, findNear, findNearest } from './nearest.ts'
export { renderJson, type JsonDiagnostic } from './render-json.ts'
export { renderText, type Paint } from './render-text.ts'
export {
  findLine,
  offsetAt,
  positionAt,
  span,
  wholeSpan,
  writtenText,
  type Position,
  type Source,
  type Span,
} from './source.ts'
export { TracedText, TracedTextBuilder, type Frame, type Origin } from './traced-text.ts'
