import {
  callValue,
  fromJs,
  hostFunction,
  raise,
  readArguments,
  toText,
  Tuple,
  type CallArguments,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { record } from '../values/record.ts'

const FLAGS: Readonly<Record<string, number>> = {
  IGNORECASE: 2,
  I: 2,
  MULTILINE: 8,
  M: 8,
  DOTALL: 16,
  S: 16,
  VERBOSE: 64,
  X: 64,
  ASCII: 256,
  A: 256,
  UNICODE: 32,
  U: 32,
}

/** Python's syntax where it differs: named groups, `\A`, `\Z`, inline flags, verbose mode. */
function translate(
  pattern: string,
  flags: number,
): { readonly source: string; readonly flags: string } {
  let text = pattern
  let all = flags
  for (;;) {
    const inline = /^\(\?([aimsux]+)\)/.exec(text)
    if (inline?.[1] === undefined) break
    text = text.slice(inline[0].length)
    for (const letter of inline[1]) all |= FLAGS[letter.toUpperCase()] ?? 0
  }
  if (all & 64)
    text = text.replace(/\\.|\[[^\]]*\]|\s+|#.*$/gm, (part) => (/^[\\[]/.test(part) ? part : ''))
  text = text
    .replace(/\(\?P<(\w+)>/g, '(?<$1>')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\\A/g, '(?<![^])')
    .replace(/\\Z/g, '(?![^])')
  const letters = `dgu${all & 2 ? 'i' : ''}${all & 8 ? 'm' : ''}${all & 16 ? 's' : ''}`
  return { source: text, flags: letters }
}

function compilePattern(pattern: string, flags: number): RegExp {
  const { source, flags: letters } = translate(pattern, flags)
  try {
    return new RegExp(source, letters)
  } catch {
    try {
      // Python takes escapes of ordinary characters, which JavaScript does only without `u`.
      return new RegExp(source, letters.replace('u', ''))
    } catch (error) {
      return raise('re.error', error instanceof Error ? error.message : String(error))
    }
  }
}

class PatternValue implements HostObject {
  readonly typeName = 're.Pattern'
  readonly pattern: string
  readonly flags: number

  constructor(pattern: string, flags: number) {
    this.pattern = pattern
    this.flags = flags
    compilePattern(pattern, flags)
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'pattern') return this.pattern
    if (name === 'flags') return this.flags | 32
    if (name === 'groups') return this.#groups().length - 1
    if (name === 'groupindex') return fromJs(this.#groupIndex())
    const method = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (!method) return undefined
    const parameters = method.parameters.slice(1)
    return hostFunction(name, (args) =>
      method.call([this, ...readArguments(args, name, parameters)], args),
    )
  }

  /** A match of nothing shows which groups there are. */
  #groups(): RegExpMatchArray {
    const { source, flags } = compilePattern(this.pattern, this.flags)
    return new RegExp(`${source}|`, flags).exec('') ?? ['']
  }

  #groupIndex(): Readonly<Record<string, number>> {
    const names = Object.keys(this.#groups().groups ?? {})
    const order = [...this.pattern.matchAll(/(?<!\\)\((?:\?P<(\w+)>|(?!\?))/g)].map((it) => it[1])
    return Object.fromEntries(names.map((name) => [name, order.indexOf(name) + 1]))
  }

  toRepr(): string {
    return `re.compile('${this.pattern}')`
  }
}

class MatchValue implements HostObject {
  readonly typeName = 're.Match'
  readonly #match: RegExpMatchArray

  constructor(match: RegExpMatchArray) {
    this.#match = match
  }

  #group(key: Value | undefined): Value {
    if (key === undefined) return this.#match[0]
    const found = typeof key === 'number' ? this.#match[key] : this.#match.groups?.[toText(key)]
    const exists =
      typeof key === 'number'
        ? key >= 0 && key < this.#match.length
        : toText(key) in (this.#match.groups ?? {})
    if (!exists) raise('IndexError', 'no such group')
    return found ?? null
  }

  #range(key: Value | undefined): readonly [number, number] {
    return this.#match.indices?.[typeof key === 'number' ? key : 0] ?? [-1, -1]
  }

  getItem(key: Value): Value | undefined {
    return this.#group(key)
  }

  getAttribute(name: string): Value | undefined {
    const byGroup = (read: (key: Value | undefined) => Value) =>
      hostFunction(name, (args) => read(readArguments(args, name, ['group?'])[0]))
    switch (name) {
      case 'group':
        return hostFunction(name, (args) =>
          args.positional.length > 1
            ? new Tuple(args.positional.map((key) => this.#group(key)))
            : this.#group(args.positional[0]),
        )
      case 'groups':
        return hostFunction(
          name,
          () => new Tuple(this.#match.slice(1).map((text: string | undefined) => text ?? null)),
        )
      case 'groupdict':
        return hostFunction(name, () => fromJs({ ...this.#match.groups }))
      case 'start':
        return byGroup((key) => this.#range(key)[0])
      case 'end':
        return byGroup((key) => this.#range(key)[1])
      case 'span':
        return byGroup((key) => new Tuple([...this.#range(key)]))
      case 'string':
        return this.#match.input ?? ''
      case 'pos':
        return 0
      case 'endpos':
        return this.#match.input?.length ?? 0
      case 'lastindex':
        return this.#lastIndex()
      case 'lastgroup':
        return this.#lastGroup()
      case 'regs':
        return new Tuple(this.#match.map((_, index) => new Tuple([...this.#range(index)])))
      case 'expand':
        return hostFunction(name, (args) => {
          const [template] = readArguments(args, name, ['template'])
          return expandTemplate(toText(template ?? null), this.#match)
        })
      default:
        return undefined
    }
  }

  /** The number of the last group that took part. */
  #lastIndex(): Value {
    const indexes = this.#match.flatMap((text: string | undefined, index) =>
      index > 0 && text !== undefined ? [index] : [],
    )
    return indexes.at(-1) ?? null
  }

  #lastGroup(): Value {
    const last = this.#lastIndex()
    const range = typeof last === 'number' ? this.#match.indices?.[last] : undefined
    const named = Object.entries(this.#match.indices?.groups ?? {})
    return named.find(([, at]) => range !== undefined && at?.[0] === range[0])?.[0] ?? null
  }

  isTruthy(): boolean {
    return true
  }
}

interface ReFunction {
  readonly parameters: readonly string[]
  readonly call: (
    args: readonly (Value | undefined)[],
    call: CallArguments,
  ) => Value | Promise<Value>
}

function expression(pattern: Value | undefined, flags: Value | undefined): RegExp {
  if (pattern instanceof PatternValue) return compilePattern(pattern.pattern, pattern.flags)
  return compilePattern(toText(pattern ?? null), typeof flags === 'number' ? flags : 0)
}

function findWith(prefix: string, suffix: string): ReFunction {
  return {
    parameters: ['pattern', 'string', 'flags?'],
    call: ([pattern, text, flags]) => {
      const found = expression(pattern, flags)
      const anchored = new RegExp(`${prefix}(?:${found.source})${suffix}`, found.flags)
      const match = anchored.exec(toText(text ?? null))
      return match ? new MatchValue(match) : null
    },
  }
}

const START = '(?<![^])'
const END = '(?![^])'

function groupsOf(match: RegExpMatchArray): Value {
  if (match.length === 1) return match[0]
  if (match.length === 2) return match[1] ?? ''
  return new Tuple(match.slice(1).map((text: string | undefined) => text ?? ''))
}

function substitute(
  args: readonly (Value | undefined)[],
  call: CallArguments,
): Value | Promise<Value> {
  const [pattern, replacement, text, count, flags] = args
  const subject = toText(text ?? null)
  const limit = typeof count === 'number' && count > 0 ? count : Infinity
  const parts: (string | Promise<string>)[] = []
  let at = 0
  let done = 0
  for (const match of subject.matchAll(expression(pattern, flags))) {
    if (done++ >= limit) break
    parts.push(subject.slice(at, match.index), replacementOf(replacement ?? null, match, call))
    at = match.index + match[0].length
  }
  parts.push(subject.slice(at))
  const mustWait = parts.some((part) => part instanceof Promise)
  return mustWait ? Promise.all(parts).then((texts) => texts.join('')) : parts.join('')
}

function replacementOf(
  replacement: Value,
  match: RegExpMatchArray,
  call: CallArguments,
): string | Promise<string> {
  if (typeof replacement === 'object' && replacement !== null && 'call' in replacement) {
    const { callSite, frame, rendering } = call
    const made = callValue(replacement, {
      positional: [new MatchValue(match)],
      callSite,
      frame,
      rendering,
    })
    return made instanceof Promise ? made.then(toText) : toText(made)
  }
  return expandTemplate(toText(replacement), match)
}

/** Puts the groups of a match in the place of `\\1` and `\\g<name>`. */
function expandTemplate(template: string, match: RegExpMatchArray): string {
  return template.replace(
    /\\(?:(\d+)|g<(\w+)>|([nt\\]))/g,
    (_whole, digits?: string, name?: string, escape?: string) => {
      if (escape !== undefined) return escape === 'n' ? '\n' : escape === 't' ? '\t' : '\\'
      const key = digits ?? name ?? ''
      return (/^\d+$/.test(key) ? match[Number(key)] : match.groups?.[key]) ?? ''
    },
  )
}

const functions: Readonly<Record<string, ReFunction>> = {
  search: findWith('', ''),
  match: findWith(START, ''),
  fullmatch: findWith(START, END),
  findall: {
    parameters: ['pattern', 'string', 'flags?'],
    call: ([pattern, text, flags]) =>
      [...toText(text ?? null).matchAll(expression(pattern, flags))].map(groupsOf),
  },
  finditer: {
    parameters: ['pattern', 'string', 'flags?'],
    call: ([pattern, text, flags]) =>
      [...toText(text ?? null).matchAll(expression(pattern, flags))].map(
        (match) => new MatchValue(match),
      ),
  },
  split: {
    parameters: ['pattern', 'string', 'maxsplit?', 'flags?'],
    call: ([pattern, text, limit, flags]) =>
      split(expression(pattern, flags), toText(text ?? null), limit),
  },
  sub: { parameters: ['pattern', 'repl', 'string', 'count?', 'flags?'], call: substitute },
  subn: {
    parameters: ['pattern', 'repl', 'string', 'count?', 'flags?'],
    call: async (args, call) => {
      const [pattern, , text, count, flags] = args
      const found = [...toText(text ?? null).matchAll(expression(pattern, flags))].length
      const most = typeof count === 'number' && count > 0 ? count : Infinity
      return new Tuple([await substitute(args, call), Math.min(found, most)])
    },
  },
}

function split(pattern: RegExp, text: string, limit: Value | undefined): Value {
  const most = typeof limit === 'number' && limit > 0 ? limit : Infinity
  const parts: Value[] = []
  let at = 0
  let done = 0
  for (const match of text.matchAll(pattern)) {
    if (done++ >= most) break
    parts.push(
      text.slice(at, match.index),
      ...match.slice(1).map((group: string | undefined) => group ?? null),
    )
    at = match.index + match[0].length
  }
  return [...parts, text.slice(at)]
}

/** `modules.re`: Python's regular expressions, by JavaScript's engine. */
export const reModule: HostObject = record('module', {
  ...FLAGS,
  ...Object.fromEntries(
    Object.entries(functions).map(([name, { parameters, call }]) => [
      name,
      hostFunction(name, (args) => call(readArguments(args, name, parameters), args)),
    ]),
  ),
  NOFLAG: 0,
  L: 4,
  LOCALE: 4,
  purge: hostFunction('purge', () => null),
  compile: hostFunction('compile', (args) => {
    const [pattern, flags] = readArguments(args, 'compile', ['pattern', 'flags?'])
    return new PatternValue(toText(pattern ?? null), typeof flags === 'number' ? flags : 0)
  }),
  escape: hostFunction('escape', (args) => {
    const [text] = readArguments(args, 'escape', ['pattern'])
    return toText(text ?? null)
      .replace(/[\t\n\v\f\r !"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]/g, '\\$&')
      .replace(/\\(["'!,/:;<=>@`%])/g, '$1')
  }),
})
