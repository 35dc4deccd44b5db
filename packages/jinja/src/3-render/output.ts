import { TracedText, TracedTextBuilder, type Span } from '@btn/diagnostics'
import { Markup } from './values/markup.ts'
import type { TextValue, Value } from './values/value.ts'

/** Where a running template writes to. */
export interface Output {
  addVerbatim(text: string, span: Span): void
  addResult(value: TextValue, span: Span): void
  /** A value as it is; only the root of a native rendering can take it. */
  addValue(value: Value, span: Span): void
}

/** Output of a text rendering, a macro or a block. */
export class TextOutput extends TracedTextBuilder implements Output {
  addValue(): never {
    throw new Error('a value was written to a text')
  }
}

/** Output of a native rendering: the pieces stay apart. */
export class NativeOutput implements Output {
  readonly pieces: Value[] = []

  addVerbatim(text: string): void {
    this.pieces.push(text)
  }

  addResult(value: TextValue): void {
    this.pieces.push(value)
  }

  addValue(value: Value): void {
    this.pieces.push(value)
  }
}

/** What a block of output gives as a value. */
export function finishOutput(output: TextOutput, isEscaped: boolean): TracedText | Markup {
  const text = output.finish()
  return isEscaped ? new Markup(text.text) : text
}
