import type { Adapter, Database, Opening, OpenOptions } from '@btn/adapter'
import type { Project } from './project.ts'
import { lazyDatabase } from './lazy-database.ts'
import { throughProxies } from './network/through-proxies.ts'

/** The database of a command's target. */
export class TargetDatabase {
  readonly #project: Project
  readonly #adapter: Adapter | undefined
  #opening: Opening | undefined

  constructor(project: Project, adapter: Adapter | undefined) {
    this.#project = project
    this.#adapter = adapter
  }

  /** For commands that will need it: it is opened on another thread, while this one reads the project. */
  async begin(): Promise<void> {
    const { adapter, credentials } = this.#enter()
    this.#opening = await adapter.begin(credentials)
  }

  /** The database, which is opened when it is first needed. */
  use(options: OpenOptions = {}): Database {
    const { adapter, credentials } = this.#enter()
    const whole: OpenOptions = { openUrl: throughProxies, ...options }
    return lazyDatabase(async () => {
      const opening = this.#opening
      this.#opening = undefined
      if (opening && !whole.isReadOnly) return opening.finish(whole)
      await opening?.abandon()
      return adapter.open(credentials, whole)
    })
  }

  /** Lets go of what was begun and then not needed. */
  async abandon(): Promise<void> {
    await this.#opening?.abandon()
  }

  #enter() {
    const { target, root } = this.#project
    if (!this.#adapter || !target) throw new Error('a database was wanted without a target')
    // Relative paths in SQL are the database's to resolve: it takes them from the working directory.
    process.chdir(root)
    return { adapter: this.#adapter, credentials: target.credentials }
  }
}
