import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { WorldError, type PackageWorld } from './package-world.ts'

export interface GitRequest {
  readonly url: string
  /** A branch, a tag or a commit; `HEAD` for the default branch. */
  readonly revision: string
  readonly subdirectory: string | undefined
  /** Parts of the address that no message may show. */
  readonly secrets: readonly string[]
}

const COMMIT = /^[0-9a-f]{40}$/

/** A repository's files at one revision, without its history. */
export class GitRepository {
  readonly #world: PackageWorld
  readonly #request: GitRequest

  constructor(world: PackageWorld, request: GitRequest) {
    this.#world = world
    this.#request = request
  }

  /** The commit that the revision means now. Tags come before branches. */
  async findCommit(folder: string): Promise<string | undefined> {
    const { url, revision } = this.#request
    if (COMMIT.test(revision)) return revision
    const names = revision === 'HEAD' ? ['HEAD'] : this.#refsOf(revision)
    const listed = await this.#git(['ls-remote', '--', url, ...names], folder)
    const commits = new Map(
      listed.split('\n').flatMap((line) => {
        const [commit, name] = line.trim().split(/\s+/)
        return commit && name ? [[name, commit] as const] : []
      }),
    )
    return names.map((name) => commits.get(name)).find((commit) => commit !== undefined)
  }

  /** Writes the files of a commit below a new folder; gives the commit, which was unknown when the revision is a short one. */
  async checkOut(commit: string | undefined, folder: string): Promise<string> {
    const { url, revision, subdirectory } = this.#request
    await this.#git(['init', '--quiet', '.'], folder)
    await this.#git(['remote', 'add', '--', 'origin', url], folder)
    const filter = subdirectory === undefined ? [] : ['--filter=blob:none']
    let found = 'FETCH_HEAD'
    try {
      const wanted = commit ?? revision
      await this.#git(['fetch', '--quiet', '--depth', '1', ...filter, 'origin', wanted], folder)
    } catch (error) {
      // A server may refuse single commits, and knows no short ones: then all of it.
      found = commit ?? revision
      if (!/^[0-9a-f]{7,40}$/.test(found)) throw error
      await this.#git(['fetch', '--quiet', '--tags', ...filter, 'origin'], folder)
    }
    if (subdirectory !== undefined)
      await this.#git(['sparse-checkout', 'set', subdirectory], folder)
    await this.#git(['checkout', '--quiet', '--detach', found], folder)
    return (await this.#git(['rev-parse', 'HEAD'], folder)).trim()
  }

  /** In the order in which they count. `^{}` is what an annotated tag stands for. */
  #refsOf(revision: string): readonly string[] {
    return [`refs/tags/${revision}^{}`, `refs/tags/${revision}`, `refs/heads/${revision}`, revision]
  }

  async #git(words: readonly string[], folder: string): Promise<string> {
    try {
      return await this.#world.git(words, folder)
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      if (error.fault.kind === 'git-missing') {
        throw new DiagnosticError(diagnostic('package-git-missing', {}))
      }
      const params = { url: this.#hide(this.#request.url), problem: this.#hide(error.message) }
      throw new DiagnosticError(diagnostic('package-git-failed', params))
    }
  }

  #hide(text: string): string {
    return this.#request.secrets.reduce((left, secret) => left.replaceAll(secret, '*****'), text)
  }
}
