import { closeOf, splitAt, splitAtCommas } from './groups.ts'
import type { Token } from './token.ts'

/** What is wrong with the function of a Python model. */
export interface ShapeProblem {
  readonly problem: string
  readonly token: Token | undefined
}

/** A file has one function `model(dbt, session)`, which ends by returning one object. */
export function checkModel(tokens: readonly Token[]): readonly ShapeProblem[] {
  const models = findModels(tokens)
  const [first] = models
  if (first === undefined || models.length > 1) {
    const problem = `dbt allows exactly one model defined per python file, found ${models.length}`
    return [{ problem, token: tokens[models[1] ?? 0] }]
  }
  return [...checkParameters(tokens, first), ...checkReturn(tokens, first)]
}

/** Where `def model` stands, those inside of other functions left out. */
function findModels(tokens: readonly Token[]): readonly number[] {
  const found: number[] = []
  let at = 0
  while (at < tokens.length) {
    const isFunction = tokens[at]?.text === 'def' && isLineStart(tokens, at)
    if (isFunction && tokens[at + 1]?.text === 'model') found.push(at)
    at = isFunction ? bodyOf(tokens, at).end : at + 1
  }
  return found
}

function isLineStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || ['newline', 'indent', 'dedent'].includes(before.kind)
}

/** The statements of a function: behind the colon on its own line, or indented below it. */
function bodyOf(
  tokens: readonly Token[],
  def: number,
): { readonly start: number; readonly end: number } {
  const parameters = closeOf(
    tokens,
    tokens.findIndex(({ text }, at) => at > def && text === '('),
  )
  let line = parameters
  while (line < tokens.length && tokens[line]?.kind !== 'newline') line++
  const colon = tokens.findIndex(({ text }, at) => at > parameters && text === ':')
  if (tokens[line + 1]?.kind !== 'indent') return { start: colon + 1, end: line }
  let depth = 1
  let end = line + 2
  for (; end < tokens.length && depth > 0; end++) {
    if (tokens[end]?.kind === 'indent') depth++
    if (tokens[end]?.kind === 'dedent') depth--
  }
  return { start: line + 2, end: end - 1 }
}

function checkParameters(tokens: readonly Token[], def: number): readonly ShapeProblem[] {
  const open = tokens.findIndex(({ text }, at) => at > def && text === '(')
  const all = splitAtCommas(tokens.slice(open + 1, closeOf(tokens, open)))
  const star = all.findIndex((part) => part[0]?.text.startsWith('*'))
  const slash = all.findIndex((part) => part[0]?.text === '/')
  const plain = all.slice(slash + 1, star === -1 ? undefined : star)
  const problems: string[] = []
  if (plain.length > 0 && plain[0]?.[0]?.text !== 'dbt') {
    problems.push("'dbt' not provided for model as the first argument")
  }
  if (plain.length !== 2) {
    problems.push('model function should have two args, `dbt` and a session to current warehouse')
  }
  return problems.map((problem) => ({ problem, token: tokens[def + 1] }))
}

function checkReturn(tokens: readonly Token[], def: number): readonly ShapeProblem[] {
  const { start, end } = bodyOf(tokens, def)
  const last = lastStatement(tokens.slice(start, end))
  if (last[0]?.text === 'return' && !isTuple(last.slice(1))) return []
  const problem = 'In current version, model function should return only one dataframe object'
  return [{ problem, token: last[0] ?? tokens[def + 1] }]
}

/** The last line at the depth of the body itself, and its last part where semicolons part it. */
function lastStatement(body: readonly Token[]): readonly Token[] {
  let depth = 0
  let current: Token[] = []
  let isOpen = false
  for (const token of body) {
    if (token.kind === 'indent') depth++
    else if (token.kind === 'dedent') depth--
    else if (depth === 0 && token.kind === 'newline') isOpen = false
    else if (depth === 0) {
      if (!isOpen) current = []
      isOpen = true
      current.push(token)
    }
  }
  const isBlock = current.at(-1)?.text === ':'
  const parts = splitAt(current, ';').filter((part) => part.length > 0)
  return isBlock ? [] : (parts.at(-1) ?? [])
}

function isTuple(tokens: readonly Token[]): boolean {
  if (splitAt(tokens, ',').length > 1) return true
  const isGroup = tokens[0]?.text === '(' && closeOf(tokens, 0) === tokens.length - 1
  if (!isGroup) return false
  const inside = tokens.slice(1, -1)
  return inside.length === 0 || splitAt(inside, ',').length > 1
}
