import type { Host } from '../host.ts'
import type { Json, Manifest } from '../types/index.ts'
import type { Invocation } from './invocation.ts'
import { readMetadataEnv } from './secrets.ts'

/** Which project the `manifest.json` of a target folder is of, so that it need not be written again for the same one. */
export class ManifestStamp {
  readonly #host: Host
  readonly #folder: string
  readonly #path: string
  /** Goes into the manifest beside the project. */
  readonly #rest: Json

  constructor(host: Host, folder: string, invocation: Invocation) {
    this.#host = host
    this.#folder = folder
    this.#path = `${folder}/btn_manifest_stamp.json`
    const { btnVersion, btnBuild, quoting } = invocation
    this.#rest = [btnVersion, btnBuild, quoting, readMetadataEnv(host.environment)]
  }

  /** True where the file is there, untouched since it was written, and says what it would say again. */
  isOf(manifest: Manifest): boolean {
    const wanted = this.#stampOf(manifest)
    const bytes = wanted === undefined ? undefined : this.#host.readBytes(this.#path)
    return bytes !== undefined && new TextDecoder().decode(bytes) === wanted
  }

  /** To be called when the manifest is written. */
  save(manifest: Manifest): void {
    const stamp = this.#stampOf(manifest)
    if (stamp === undefined) this.#host.remove(this.#path)
    else this.#host.writeText(this.#path, stamp)
  }

  #stampOf({ basis }: Manifest): string | undefined {
    const files = ['manifest.json', 'semantic_manifest.json', 'osi_document.json'].map((name) =>
      this.#host.findStat(`${this.#folder}/${name}`),
    )
    if (basis === undefined || files.includes(undefined)) return undefined
    const written = files.map((it) => it && [it.size, it.modifiedMs])
    return JSON.stringify({ basis, rest: this.#rest, written })
  }
}
