import type { DatabaseError } from '@btn/adapter'
import { diagnostic, didYouMean, findNearest, type Diagnostic } from '@btn/diagnostics'

/** What it means for a check that the engine does not take a query. */
export type BindProblem =
  | { readonly kind: 'mistake' }
  /** A relation that is not in the catalogue; `parts` are its names, the last one its own. */
  | { readonly kind: 'relation'; readonly name: string }
  /** Nothing that can be judged here: a file, an extension, a network. */
  | { readonly kind: 'not-here' }

const NO_TABLE = /^Catalog Error: (?:Table|View) with name "?(.+?)"? does not exist/
const NO_SCHEMA = /^(?:Catalog|Binder) Error: .*(?:[Ss]chema|[Cc]atalog) "?(.+?)"? does not exist/
const NOT_HERE =
  /^(?:IO|HTTP|Permission|Missing Extension|Not implemented|Out of Memory|INTERNAL) Error|is not in the catalog, but it exists in the|requires the extension|No files found|extension that can be/
const NO_FUNCTION = /(?:Function|Macro) with name .* does not exist/

export function problemOf(error: DatabaseError, isComplete: boolean): BindProblem {
  const { message } = error
  if (NOT_HERE.test(message)) return { kind: 'not-here' }
  // What an extension, a plugin or a hook would have brought.
  if (NO_FUNCTION.test(message) && !isComplete) return { kind: 'not-here' }
  const relation = NO_TABLE.exec(message)?.[1] ?? NO_SCHEMA.exec(message)?.[1]
  return relation === undefined ? { kind: 'mistake' } : { kind: 'relation', name: relation }
}

const COLUMN =
  /Referenced column "?(.*?)"? (?:was )?not found|does not have a column (?:named|with name) "(.*?)"|Column "?(.*?)"? (?:in USING|does not exist)|column "?(.*?)"? (?:not found|does not exist)/
const AMBIGUOUS = /Ambiguous reference to (?:column name|table) "(.*?)"/
const TYPES =
  /No function matches|Cannot (?:compare|cast|mix)|Could not (?:convert|cast|choose)|Conversion Error|type mismatch|Set operations can only apply/i

/** The name that is no column, where that is what the engine complains about. */
export function missingColumn({ message }: DatabaseError): string | undefined {
  return COLUMN.exec(message)?.slice(1).find(Boolean)
}

const PART = /"(?:[^"]|"")*"|[\w$]+/g

/** Of `orders.amuont`, a reference that starts where the engine complains, the place of the name that is not there. */
export function atMissingName(error: DatabaseError, reference: string): DatabaseError {
  const column = missingColumn(error)?.toLowerCase()
  const parts = [...reference.matchAll(PART)]
  const part = parts.findLast(([it]) => it.replace(/^"|"$/g, '').toLowerCase() === column)
  const { offset } = error
  if (offset === undefined || !part || part.index === 0) return error
  return error.at(offset + part.index)
}

const SET_OPERATION = /\b(?:union|intersect|except)\b/gi

/** The engine does not say where; where there is one such word, it is that one. */
export function atSetOperation(error: DatabaseError, sql: string): DatabaseError {
  if (error.offset !== undefined || !/Set operations/.test(error.message)) return error
  const [found, another] = [...sql.matchAll(SET_OPERATION)]
  return !found || another ? error : error.at(found.index)
}

/** The engine's complaint under a code that says what kind of mistake it is. */
export function toMistake(
  given: Diagnostic,
  error: DatabaseError,
  known: readonly string[],
): Diagnostic {
  const { message } = error
  const where = {
    span: given.span,
    ...(given.related && { related: given.related }),
    hint: given.hint,
  }
  const problem = firstLine(message)
  const column = missingColumn(error)
  if (column !== undefined) {
    const hint = where.hint ?? didYouMean(findNearest(column, known))
    return diagnostic('check-column-unknown', { column, problem }, { ...where, hint })
  }
  const name = AMBIGUOUS.exec(message)?.[1]
  if (name !== undefined) return diagnostic('check-name-ambiguous', { name, problem }, where)
  if (TYPES.test(message)) {
    const takes = signatures(message)
    const canCast = isMatterOfTypes(message)
    const params = { problem: problem.replace(ADVICE, ''), takes, canCast }
    return diagnostic('check-types', params, where)
  }
  return diagnostic('check-sql', { problem: sentence(message) }, where)
}

const ADVICE =
  / (?:You might need to add|In order to select one, please add) explicit type casts\.$/

/** What the function could be called with, those first that take most of what it was called with. */
function signatures(message: string): readonly string[] {
  const list = /Candidate functions:\n([^]*)$/.exec(message)?.[1] ?? ''
  const all = list.split('\n').flatMap((line) => /^\t(.*\))/.exec(line)?.[1] ?? [])
  const called = argumentsOf(/'([^']*)'|"([^"]*)"/.exec(message)?.slice(1).find(Boolean) ?? '')
  const fits = (signature: string) => {
    const taken = argumentsOf(signature)
    const same = called.filter((type, index) => taken[index] === type.replace(/_LITERAL$/, ''))
    return (taken.length === called.length ? 1 : 0) + same.length
  }
  return all.toSorted((a, b) => fits(b) - fits(a))
}

/** Whether another type would help: a wrong number of arguments is not mended by casts. */
function isMatterOfTypes(message: string): boolean {
  const called = argumentsOf(/'([^']*)'/.exec(message)?.[1] ?? '')
  return signatures(message).some((it) => argumentsOf(it).length === called.length)
}

/** The types between the parentheses of `f(DECIMAL(18,2), DATE)`. */
function argumentsOf(signature: string): readonly string[] {
  const inside = /\((.*)\)/.exec(signature)?.[1] ?? ''
  return inside === '' ? [] : inside.split(/,\s*(?![^()]*\))/)
}

function firstLine(text: string): string {
  return sentence(text).split('\n')[0] ?? ''
}

/** Without the engine's word for the kind of mistake: the code says it. */
function sentence(message: string): string {
  return message.replace(/^[A-Z]\w+ Error: /, '').trim()
}
