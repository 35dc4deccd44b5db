import {
  diagnostic,
  DiagnosticError,
  findNearest,
  type Diagnostic,
  type Span,
} from '@btn/diagnostics'
import {
  compileTemplate,
  hostFunction,
  readArguments,
  renderSync,
  toText,
  type Scope,
  type Template,
  type Value,
} from '@btn/jinja'
import type { DocBlock, Place } from '../types/index.ts'
import { parseYamlTemplate } from '../yaml/index.ts'

export interface Description {
  readonly text: string
  /** Unique ids of the docs blocks that it names. */
  readonly docBlocks: readonly string[]
}

const empty: Description = { text: '', docBlocks: [] }

export interface DescriptionOptions {
  readonly rootPackage: string
  readonly prefersOwnPackage: boolean
  readonly diagnostics: Diagnostic[]
  readonly spanOf: (place: Place) => Span
  /** What templates in properties files of a package see. */
  readonly scopeOf: (packageName: string) => Scope
}

/** Fills the docs blocks into descriptions. */
export class Descriptions {
  readonly #docs: ReadonlyMap<string, DocBlock>
  readonly #options: DescriptionOptions
  readonly #scopes = new Map<string, Scope>()

  constructor(docs: ReadonlyMap<string, DocBlock>, options: DescriptionOptions) {
    this.#docs = docs
    this.#options = options
  }

  find(packageName: string, name: string): DocBlock | undefined {
    const { rootPackage, prefersOwnPackage } = this.#options
    const packages = [rootPackage, packageName]
    for (const owner of prefersOwnPackage ? packages.reverse() : packages) {
      const block = this.#docs.get(`doc.${owner}.${name}`)
      if (block) return block
    }
    for (const block of this.#docs.values()) if (block.name === name) return block
    return undefined
  }

  render(
    described: { readonly text: string; readonly place: Place } | undefined,
    packageName: string,
  ): Description {
    if (!described) return empty
    if (!described.text.includes('{{') && !described.text.includes('{%')) {
      return { text: described.text, docBlocks: [] }
    }
    const { diagnostics: faults, spanOf } = this.#options
    const { source } = spanOf(described.place)
    const { value, diagnostics } = parseYamlTemplate(source, described.place, described.text)
    faults.push(...diagnostics)
    if (diagnostics.length > 0) return { text: described.text, docBlocks: [] }
    try {
      const { text } = renderSync(compileTemplate(value.template), this.#scopeOf(packageName))
      return { text, docBlocks: this.#namedBlocks(value.template, packageName) }
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      faults.push(...value.relocate(error.diagnostics))
      return { text: described.text, docBlocks: [] }
    }
  }

  /** Lineage knows what stands there: `{{ doc('name') }}` and nothing around it, with plain texts for arguments, as in dbt. */
  #namedBlocks({ body }: Template, packageName: string): readonly string[] {
    return body.flatMap((statement) => {
      if (statement.kind !== 'output' || statement.value.kind !== 'call') return []
      const { callee, args } = statement.value
      if (callee.kind !== 'name' || callee.name !== 'doc') return []
      const names = args.positional.flatMap((it) =>
        it.kind === 'literal' ? [String(it.value)] : [],
      )
      const [first, second] = names
      if (first === undefined || names.length > 2) return []
      const block =
        second === undefined
          ? this.find(packageName, first)
          : this.#docs.get(`doc.${first}.${second}`)
      return block ? [block.id] : []
    })
  }

  #scopeOf(packageName: string): Scope {
    const known = this.#scopes.get(packageName)
    if (known) return known
    const doc = this.#docFunction(packageName)
    const others = this.#options.scopeOf(packageName)
    const scope: Scope = {
      lookup: (name) => (name === 'doc' ? doc : others.lookup(name)),
      names: () => ['doc', ...(others.names?.() ?? [])],
    }
    this.#scopes.set(packageName, scope)
    return scope
  }

  #docFunction(packageName: string): Value {
    return hostFunction('doc', (args) => {
      const [first, second] = readArguments(args, 'doc', ['first', 'second?'])
      const name = toText(second ?? first ?? null)
      const owner = second === undefined ? packageName : toText(first ?? null)
      const block =
        second === undefined ? this.find(owner, name) : this.#docs.get(`doc.${owner}.${name}`)
      if (!block) {
        const nearest = findNearest(
          name,
          [...this.#docs.values()].map((item) => item.name),
        )
        throw new DiagnosticError(
          diagnostic('doc-not-found', { name, nearest }, { span: args.callSite }),
        )
      }
      return block.contents
    })
  }
}
