export { findMissingInput } from './find-missing-input.ts'
export { mergeLoadPatches } from './merge.ts'
export { readLoadSpec } from './read-spec.ts'
export { callsFunction, qualifyFunctions, sqlTextsOf } from './sql-texts.ts'
