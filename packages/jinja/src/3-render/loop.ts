import { TracedText } from '@btn/diagnostics'
import { drive, settle } from './drive.ts'
import { fail, typeError } from './errors.ts'
import { isEqual } from './operators/equal.ts'
import { TextOutput, type Output } from './output.ts'
import type { Run } from './run.ts'
import { hostFunction } from './host-function.ts'
import type { CallArguments, HostObject, Value } from './values/value.ts'

/** The code of a loop that calls itself. */
export type RecursiveLoop = (
  run: Run,
  out: Output,
  items: Value,
  depth: number,
) => Generator<Promise<Value>, void, Value>

type Peeked = IteratorResult<Value, unknown>

/** What `loop` is inside a loop. It looks ahead only when asked to, so that what the body changes is seen. */
export class Loop implements HostObject {
  readonly typeName = 'LoopContext'
  readonly keepsTraces = true
  readonly #depth: number
  readonly #run: Run
  readonly #recursion: RecursiveLoop | undefined
  readonly #items: Iterator<Value, unknown>
  readonly #source: Iterable<Value>
  #peeked: Peeked | undefined
  #index = -1
  #previous: Value | undefined
  #current: Value | undefined
  #length: number | undefined
  #changing: readonly Value[] | undefined

  constructor(items: Iterable<Value>, depth: number, run: Run, recursion?: RecursiveLoop) {
    this.#source = items
    this.#items = items[Symbol.iterator]()
    this.#depth = depth
    this.#run = run
    this.#recursion = recursion
  }

  *[Symbol.iterator](): Iterator<Value> {
    for (;;) {
      const step = this.#peeked ?? this.#items.next()
      this.#peeked = undefined
      if (step.done) return
      this.#index++
      this.#previous = this.#current
      this.#current = step.value
      yield step.value
    }
  }

  #peek(): Peeked {
    this.#peeked ??= this.#items.next()
    return this.#peeked
  }

  /** All items; those that are left are read, when the source does not know its length. */
  #countAll(): number {
    if (Array.isArray(this.#source)) return this.#source.length
    return (this.#length ??= this.#countRest())
  }

  #countRest(): number {
    const rest: Value[] = []
    for (let step = this.#peek(); !step.done; step = this.#items.next()) rest.push(step.value)
    const all = rest[Symbol.iterator]()
    this.#peeked = all.next()
    this.#items.next = () => all.next()
    return this.#index + 1 + rest.length
  }

  getAttribute(name: string): Value | undefined {
    return Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name]?.(this) : undefined
  }

  attributeNames(): Iterable<string> {
    return Object.keys(ATTRIBUTES)
  }

  size(): number {
    return this.#countAll()
  }

  isTruthy(): boolean {
    return true
  }

  get index0(): number {
    return this.#index
  }

  get length(): number {
    return this.#countAll()
  }

  get depth0(): number {
    return this.#depth
  }

  get isLast(): boolean {
    return this.#peek().done === true
  }

  get next(): Value {
    const step = this.#peek()
    return step.done ? this.#run.saying('nextitem', 'there is no next item') : step.value
  }

  get previous(): Value {
    return this.#index <= 0 || this.#previous === undefined
      ? this.#run.saying('previtem', 'there is no previous item')
      : this.#previous
  }

  cycle({ positional }: CallArguments): Value {
    if (positional.length === 0) return typeError('no items for cycling given')
    return positional[this.#index % positional.length] ?? null
  }

  changed({ positional }: CallArguments): boolean {
    const before = this.#changing
    const isSame =
      before?.length === positional.length &&
      positional.every((it, at) => isEqual(it, before[at] ?? null))
    if (!isSame) this.#changing = positional
    return !isSame
  }

  call({ positional, callSite }: CallArguments): Value | Promise<Value> {
    const recursion = this.#recursion
    if (!recursion) {
      return typeError("the loop must have the 'recursive' marker to be called recursively")
    }
    const depth = this.#depth + 1
    const limit = this.#run.rendering.recursionLimit
    if (depth > limit)
      fail('recursion-limit', { pythonType: 'RecursionError', name: 'loop', limit })
    const output = new TextOutput()
    return settle<void, TracedText>(
      () => drive(recursion(this.#run, output, positional[0] ?? null, depth)),
      () => output.finish().within({ name: 'loop', callSite }),
      (thrown) => {
        throw thrown
      },
    )
  }

  toRepr(): string {
    return `<LoopContext ${this.#index + 1}/${this.#countAll()}>`
  }
}

const ATTRIBUTES: Readonly<Record<string, (loop: Loop) => Value>> = {
  changed: (loop) => hostFunction('changed', (args) => loop.changed(args)),
  cycle: (loop) => hostFunction('cycle', (args) => loop.cycle(args)),
  depth: (loop) => loop.depth0 + 1,
  depth0: (loop) => loop.depth0,
  first: (loop) => loop.index0 === 0,
  index: (loop) => loop.index0 + 1,
  index0: (loop) => loop.index0,
  last: (loop) => loop.isLast,
  length: (loop) => loop.length,
  nextitem: (loop) => loop.next,
  previtem: (loop) => loop.previous,
  revindex: (loop) => loop.length - loop.index0,
  revindex0: (loop) => loop.length - loop.index0 - 1,
}
