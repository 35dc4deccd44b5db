import {
  diagnostic,
  DiagnosticError,
  type Code,
  type Diagnostic,
  type Params,
  type Related,
  type Span,
} from '@btn/diagnostics'

/** Throws a mistake that has no place yet; the generated code around it knows the place. */
export function fail<C extends Code>(code: C, params: Params<C>): never {
  throw new DiagnosticError(diagnostic(code, params))
}

export function typeError(problem: string): never {
  return fail('type-mismatch', { pythonType: 'TypeError', problem })
}

export function attributeError(type: string, name: string): never {
  const problem = `'${type}' object has no attribute '${name}'`
  return fail('python-error', { pythonType: 'AttributeError', problem })
}

export function argumentError(problem: string): never {
  return fail('wrong-arguments', { pythonType: 'TypeError', problem })
}

export function valueError(problem: string): never {
  return fail('invalid-value', { pythonType: 'ValueError', problem })
}

export function filterError(problem: string): never {
  return fail('wrong-arguments', { pythonType: 'FilterArgumentError', problem })
}

export function indexError(problem: string): never {
  return fail('index-out-of-range', { pythonType: 'IndexError', problem })
}

export function keyError(key: string): never {
  return fail('key-not-found', { pythonType: 'KeyError', key })
}

export function overflowError(problem: string, pythonType = 'OverflowError'): never {
  return fail('value-too-large', { pythonType, problem })
}

export function runtimeError(problem: string): never {
  return fail('python-error', { pythonType: 'TemplateRuntimeError', problem })
}

export function zeroDivision(): never {
  return fail('division-by-zero', { pythonType: 'ZeroDivisionError' })
}

/** An error of Python's kind, raised by host code: placed where the template called. */
export function raise(pythonType: string, message: string): never {
  return fail('python-error', { pythonType, problem: message })
}

/** The use of an undefined, which came from somewhere. */
export class UndefinedUse extends DiagnosticError {
  readonly origin: Span | undefined

  constructor(mistake: Diagnostic, origin: Span | undefined) {
    super(mistake)
    this.origin = origin
  }

  /** Shown where it came from when that is part of the code that failed; else that place is named besides. */
  locate(place: Span): DiagnosticError {
    const { origin } = this
    const isInside =
      origin &&
      origin.source === place.source &&
      origin.start >= place.start &&
      origin.end <= place.end
    const related = origin && !isInside ? [{ span: origin, message: 'it comes from here' }] : []
    const span = isInside ? origin : place
    return new DiagnosticError(
      this.diagnostics.map((it) => ({ ...it, span, ...(related.length > 0 && { related }) })),
    )
  }
}

/** Gives a mistake without a place the place where it happened. Whatever else was thrown stays as it is. */
export function locate(thrown: unknown, place: Span | undefined): unknown {
  if (isStackOverflow(thrown)) return locate(tooDeep(), place)
  if (!(thrown instanceof DiagnosticError) || !place) return thrown
  if (thrown instanceof UndefinedUse) return thrown.locate(place)
  if (thrown.diagnostics.every((it) => it.span)) return thrown
  return new DiagnosticError(
    thrown.diagnostics.map((it) => (it.span ? it : { ...it, span: place })),
    { cause: thrown.cause },
  )
}

/** So many calls are shown of a deep stack, each place once: the innermost, and the outermost. */
const MAX_RELATED = 16

/** Adds a place that a mistake passed on its way out. */
export function addRelated(thrown: unknown, related: Related): unknown {
  if (!(thrown instanceof DiagnosticError)) return thrown
  return new DiagnosticError(
    thrown.diagnostics.map((it) => {
      const before = (it.related ?? []).slice(0, MAX_RELATED - 1)
      if (before.some((known) => isSame(known, related))) return it
      return { ...it, related: [...before, related] }
    }),
    { cause: thrown.cause },
  )
}

function isSame(one: Related, other: Related): boolean {
  const [a, b] = [one.span, other.span]
  return a.source === b.source && a.start === b.start && a.end === b.end
}

function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack')
}

function tooDeep(): DiagnosticError {
  const problem = 'this is nested too deeply'
  return new DiagnosticError(
    diagnostic('value-too-large', { pythonType: 'RecursionError', problem }),
  )
}
