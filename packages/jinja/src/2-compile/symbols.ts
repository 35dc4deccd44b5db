import { visit } from '../1-parse/visit.ts'
import type { Expression, Node, Statement, Target } from '../1-parse/ast.ts'

/** A name in a scope: the JavaScript variable that holds it, and what the name means while that is unset. */
export interface Variable {
  readonly code: string
  readonly fallback: 'context' | 'undefined'
}

type Fallback = Variable['fallback']

/**
 * Which names a body assigns to, and what each means before its assignment. Jinja's rule, decided from the text alone: a name
 * that is read first, or assigned in only some branches, means the name of the context until then; else it is undefined.
 */
export function findAssigned(
  body: readonly Statement[],
  readBefore: readonly Expression[],
): ReadonlyMap<string, Fallback> {
  if (!body.some(assigns)) return NOTHING
  const names = new Set<string>()
  for (const statement of body) collectAssigned(statement, names)
  const uses = new Uses(names)
  for (const expression of readBefore) uses.addReads(expression)
  for (const statement of body) uses.addStatement(statement)
  return uses.assigned()
}

/** The names that a body reads itself, not in a scope inside of it. */
export function findRead(
  body: readonly Statement[],
  readBefore: readonly Expression[],
): ReadonlySet<string> {
  const uses = new Uses()
  for (const expression of readBefore) uses.addReads(expression)
  for (const statement of body) uses.addStatement(statement)
  return uses.read()
}

const NOTHING: ReadonlyMap<string, Fallback> = new Map()

function assigns(statement: Statement): boolean {
  switch (statement.kind) {
    case 'set':
    case 'set-block':
    case 'macro':
    case 'import':
    case 'from-import':
      return true
    case 'if':
      return (
        statement.branches.some((it) => it.body.some(assigns)) || statement.otherwise.some(assigns)
      )
    default:
      return false
  }
}

function collectAssigned(statement: Statement, names: Set<string>): void {
  switch (statement.kind) {
    case 'set':
    case 'set-block':
      for (const name of namesOf(statement.target)) names.add(name)
      return
    case 'macro':
      names.add(statement.name)
      return
    case 'import':
    case 'from-import':
      for (const name of statement.names) names.add(name)
      return
    case 'if':
      for (const { body } of statement.branches) for (const it of body) collectAssigned(it, names)
      for (const it of statement.otherwise) collectAssigned(it, names)
      return
    default:
      return
  }
}

class Uses {
  /** The names that matter; all when not given. */
  readonly #names: ReadonlySet<string> | undefined
  readonly #read = new Set<string>()
  readonly #assigned = new Map<string, Fallback>()

  constructor(names?: ReadonlySet<string>) {
    this.#names = names
  }

  read(): ReadonlySet<string> {
    return this.#read
  }

  assigned(): ReadonlyMap<string, Fallback> {
    return this.#assigned
  }

  addStatement(statement: Statement): void {
    if (this.#assigned.size === this.#names?.size) return
    switch (statement.kind) {
      case 'set':
        this.addReads(statement.value)
        return this.#assign(statement.target)
      case 'set-block':
        return this.#assign(statement.target)
      case 'macro':
        return this.#assignName(statement.name)
      case 'import':
      case 'from-import':
        this.addReads(statement.template)
        for (const name of statement.names) this.#assignName(name)
        return
      case 'if':
        return this.#addBranches(statement)
      case 'for':
        return this.addReads(statement.iterable)
      case 'call-block':
        return this.addReads(statement.call)
      case 'output':
      case 'do':
        return this.addReads(statement.value)
      case 'with':
        return statement.bindings.forEach((it) => this.addReads(it.value))
      case 'extends':
      case 'include':
        return this.addReads(statement.template)
      default:
        return
    }
  }

  addReads(node: Node): void {
    visit(node, (it) => {
      if (it.kind === 'name' && (!this.#names || this.#names.has(it.name))) this.#read.add(it.name)
    })
  }

  #assign(target: Target): void {
    if (target.kind === 'target-name') this.#assignName(target.name)
    else if (target.kind === 'target-tuple') for (const item of target.items) this.#assign(item)
    else this.#read.add(target.name)
  }

  #assignName(name: string): void {
    if (this.#assigned.has(name)) return
    this.#assigned.set(name, this.#read.has(name) ? 'context' : 'undefined')
  }

  /** All `elif` together count as one branch, beside `if` and `else`. */
  #addBranches(statement: Extract<Statement, { kind: 'if' }>): void {
    const [first, ...others] = statement.branches
    if (!first) return
    this.addReads(first.test)
    const bodies = [first.body, others.flatMap((it) => it.body), statement.otherwise]
    for (const other of others) this.addReads(other.test)
    const branches = bodies.map((body) => this.#branch(body))
    for (const branch of branches) this.#merge(branch, branches)
  }

  #branch(body: readonly Statement[]): Uses {
    const uses = new Uses(this.#names)
    for (const name of this.#read) uses.#read.add(name)
    for (const statement of body) uses.addStatement(statement)
    return uses
  }

  #merge(branch: Uses, all: readonly Uses[]): void {
    for (const name of branch.#read) this.#read.add(name)
    for (const [name, fallback] of branch.#assigned) {
      if (this.#assigned.has(name)) continue
      const isAlways = all.every((it) => it.#assigned.has(name))
      this.#assigned.set(name, isAlways ? fallback : 'context')
    }
  }
}

/** Is one of Jinja's special names (`loop`, `caller`, …) read before anything in the body assigns to it? */
export function readsName(nodes: readonly (Statement | Expression)[], name: string): boolean {
  for (const node of nodes) {
    if (assignsName(node, name)) return false
    if (mentions(node, name)) return true
  }
  return false
}

function mentions(node: Node, name: string): boolean {
  let isFound = false
  visit(node, (it) => {
    if (it.kind === 'name' && it.name === name) isFound = true
    return isFound || it.kind === 'block' ? 'skip' : undefined
  })
  return isFound
}

function assignsName(node: Statement | Expression, name: string): boolean {
  return node.kind === 'set' && node.target.kind === 'target-name' && node.target.name === name
}

/** The names in a target. */
export function namesOf(target: Target): readonly string[] {
  if (target.kind === 'target-name') return [target.name]
  return target.kind === 'target-tuple' ? target.items.flatMap(namesOf) : []
}
