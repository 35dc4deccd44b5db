import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import { callValue, fromJs, toText, type Value } from '@btn/jinja'
import type { Invocation, Subject } from '../context/context.ts'
import { emptyCapture } from '../context/empty-capture.ts'
import { createContext } from '../context/scope.ts'
import type { Config, JsonObject, NamePart } from '../types/index.ts'

export interface NameInput {
  readonly subject: Omit<Subject, 'database' | 'schema' | 'alias'>
  readonly config: Config
  readonly version?: string | number
  /** dbt's JSON of the node, for macros that look at it. */
  toJson(): JsonObject
}

export interface Names {
  readonly database: string
  readonly schema: string
  readonly alias: string
  readonly unnamed?: readonly NamePart[]
}

const PARTS: readonly NamePart[] = ['database', 'schema', 'alias']

/**
 * Where nodes are stored, by the macros `generate_database_name`, `generate_schema_name` and `generate_alias_name`. What the
 * built-in ones do is done here, too, without rendering: three macros for each of thousands of nodes are felt.
 */
export class NameGenerator {
  readonly #invocation: Invocation
  readonly #database: string
  readonly #schema: string
  readonly #diagnostics: Diagnostic[]
  readonly #overridden = new Map<string, boolean>()

  constructor(invocation: Invocation, diagnostics: Diagnostic[]) {
    this.#invocation = invocation
    this.#database = String(invocation.target['database'] ?? '')
    this.#schema = String(invocation.target['schema'] ?? '')
    this.#diagnostics = diagnostics
  }

  generate(input: NameInput): Names {
    const names = { database: this.#database, schema: this.#schema, alias: input.subject.name }
    const unnamed: NamePart[] = []
    for (const part of PARTS) {
      const custom = input.config[part]
      const wanted = custom === undefined || custom === null ? undefined : String(custom)
      const given = this.#isOverridden(part, input.subject.packageName)
        ? this.#callMacro(part, wanted, input, names)
        : this.#builtin(part, wanted, input)
      if (given === null) unnamed.push(part)
      names[part] = given ?? ''
    }
    return unnamed.length === 0 ? names : { ...names, unnamed }
  }

  #builtin(part: NamePart, custom: string | undefined, input: NameInput): string {
    const wanted = custom?.trim()
    switch (part) {
      case 'database':
        return wanted ?? this.#database
      case 'schema':
        return wanted === undefined ? this.#schema : `${this.#schema}_${wanted}`
      case 'alias': {
        if (wanted) return wanted
        const { name } = input.subject
        return input.version === undefined
          ? name
          : `${name}_v${String(input.version).replaceAll('.', '_')}`
      }
    }
  }

  #isOverridden(part: NamePart, packageName: string): boolean {
    const key = `${part} ${packageName}`
    const known = this.#overridden.get(key)
    if (known !== undefined) return known
    const name = `generate_${part}_name`
    const { macros, dialect, rootPackage, dispatchOrder } = this.#invocation
    const found = macros.find(name, packageName)
    const prefixes = [...dialect.macroPrefixes, 'default']
    const isOverridden =
      found === undefined ||
      !macros.isInternal(found.packageName) ||
      dispatchOrder.has('dbt') ||
      prefixes.some((prefix) => macros.findIn(rootPackage, `${prefix}__${name}`) !== undefined)
    this.#overridden.set(key, isOverridden)
    return isOverridden
  }

  #callMacro(
    part: NamePart,
    custom: string | undefined,
    input: NameInput,
    names: Names,
  ): string | null {
    const subject: Subject = { ...input.subject, ...names, toJson: input.toJson }
    const capture = emptyCapture()
    const context = createContext({
      invocation: this.#invocation,
      subject,
      mode: { kind: 'parse', capture, isNaming: true },
    })
    const macro = context.scope.lookup(`generate_${part}_name`)
    if (macro === undefined) throw new Error(`no built-in macro generate_${part}_name`)
    try {
      const node = fromJs(input.toJson())
      const callSite = { source: { path: 'btn', text: '' }, start: 0, end: 0 }
      const given: Value | Promise<Value> = callValue(macro, {
        positional: [custom ?? null, node],
        callSite,
        rendering: context.rendering,
      })
      if (given instanceof Promise) throw new Error(`generate_${part}_name waited for the database`)
      if (given === null && part === 'schema') this.#reportNoSchema(input)
      return given === null ? null : toText(given).trim()
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      this.#diagnostics.push(...error.diagnostics)
      return names[part]
    }
  }

  /** dbt builds such a node in no schema at all, unless the flag forbids it. */
  #reportNoSchema({ subject }: NameInput): void {
    const isRefused =
      this.#invocation.flags['REQUIRE_VALID_SCHEMA_FROM_GENERATE_SCHEMA_NAME'] === true
    const code = isRefused ? 'schema-name-null' : 'schema-name-none'
    this.#diagnostics.push(diagnostic(code, { node: subject.id }))
  }
}
