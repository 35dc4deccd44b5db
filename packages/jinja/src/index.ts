export type * from './1-parse/ast.ts'
export type { Block, Signature, SignatureParameter } from './1-parse/block.ts'
export { parse, parseBlock, parseExpression, type ParseOptions } from './1-parse/parse.ts'
export { readSignature } from './1-parse/read-signature.ts'
export { scanBlocks, type ScanOptions } from './1-parse/scan-blocks.ts'
export { visit, type Visitor } from './1-parse/visit.ts'

export {
  compileExpression,
  compileMacro,
  compileTemplate,
  type CompiledExpression,
  type CompiledMacro,
  type CompiledTemplate,
} from './2-compile/compile.ts'

export { raise } from './3-render/errors.ts'
export { jinjaGlobals } from './3-render/globals/index.ts'
export { hostFunction, type FunctionOptions } from './3-render/host-function.ts'
export { dumpJson, type JsonOptions } from './3-render/json.ts'
export { evaluateLiteral } from './3-render/literal-eval.ts'
export { isCallable } from './3-render/call.ts'
export { readArguments } from './3-render/match-arguments.ts'
export { isEqual } from './3-render/operators/equal.ts'
export { iterate } from './3-render/operators/iterate.ts'
export { Slice, sliceOf } from './3-render/operators/slice.ts'
export { isTruthy } from './3-render/operators/truth.ts'
export {
  bindMacro,
  callValue,
  evaluate,
  render,
  renderNative,
  renderSync,
  type BindOptions,
  type CallOptions,
} from './3-render/render.ts'
export {
  startRendering,
  type CallFrame,
  type Rendering,
  type RenderOptions,
  type UndefinedMode,
} from './3-render/rendering.ts'
export { scopeOf, type Scope } from './3-render/scope.ts'
export { typeName } from './3-render/type-name.ts'
export { Dict } from './3-render/values/dict.ts'
export { Float } from './3-render/values/float.ts'
export { fromJs, toJs } from './3-render/values/from-js.ts'
export { escapeHtml, Markup } from './3-render/values/markup.ts'
export { SetValue } from './3-render/values/set.ts'
export { toRepr, toText, toTracedText } from './3-render/values/text.ts'
export { Tuple } from './3-render/values/tuple.ts'
export { Undefined } from './3-render/values/undefined.ts'
export type { CallArguments, HostObject, TextValue, Value } from './3-render/values/value.ts'
