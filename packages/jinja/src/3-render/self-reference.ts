import type { Blocks, Run } from './run.ts'
import type { HostObject, Value } from './values/value.ts'

/** `self`: the blocks of the template, to be written once more. */
export class SelfReference implements HostObject {
  readonly typeName = 'TemplateReference'
  readonly #run: Run
  readonly #blocks: Blocks

  constructor(run: Run, blocks: Blocks) {
    this.#run = run
    this.#blocks = blocks
  }

  getAttribute(name: string): Value | undefined {
    const program = this.#blocks.get(name)
    if (!program) return undefined
    const call = (): Value | Promise<Value> => this.#run.renderBlock(name, program, this.#blocks)
    return { typeName: 'BlockReference', call }
  }
}
