import { createHash } from 'node:crypto'
import { findOrigin, type LargeTexts } from '../artifact/index.ts'
import type { Host } from '../host.ts'
import type { Json, Node, NodeId } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { Invocation } from './invocation.ts'

/** Where in `manifest.json` a node's large texts lie (in bytes), and what they came from. */
type Place = readonly [
  origin: string,
  columnsAt: number,
  columnsSize: number,
  rawAt: number,
  rawSize: number,
]

interface Index {
  readonly btn: string
  /** Of the manifest that the places are in: another one has other places. */
  readonly size: number
  readonly modifiedMs: number
  readonly places: Readonly<Record<NodeId, Place>>
}

/** A file written this shortly before may have been written again without a new time stamp. */
const CLOCK_STEP_MS = 20

/**
 * Raw code and columns as the last `manifest.json` has them. Where a node's come from the same files as then, they are
 * copied from there, and neither read nor made again.
 */
export class KeptTexts {
  readonly #host: Host
  readonly #manifestPath: string
  readonly #indexPath: string
  readonly #btn: string
  readonly #startedMs: number
  readonly #old: Index | undefined
  readonly #places: Record<NodeId, Place> = {}
  #bytes: Uint8Array | undefined

  constructor(host: Host, targetFolder: string, invocation: Invocation) {
    this.#host = host
    this.#manifestPath = `${targetFolder}/manifest.json`
    this.#indexPath = `${targetFolder}/btn_manifest.json`
    // What one build of btn wrote is nothing to the next.
    this.#btn = `${invocation.btnVersion} ${invocation.btnBuild}`
    this.#startedMs = invocation.startedAt.getTime()
    this.#old = this.#readIndex()
  }

  /** What the large texts of a node come from; undefined for those that are not kept. */
  originOf(node: Node): string | undefined {
    const origin = findOrigin(node)
    if (!origin || origin.modifiedMs > this.#startedMs - CLOCK_STEP_MS) return undefined
    const columns = createHash('md5').update(origin.columns).digest('base64')
    return `${origin.rawCode} ${columns}`
  }

  find(node: Node, origin: string): LargeTexts | undefined {
    const place = this.#old?.places[node.id]
    if (!place || place[0] !== origin) return undefined
    const bytes = (this.#bytes ??= this.#readManifest())
    const [, columnsAt, columnsSize, rawAt, rawSize] = place
    return {
      columns: bytes.subarray(columnsAt, columnsAt + columnsSize),
      rawCode: bytes.subarray(rawAt, rawAt + rawSize),
    }
  }

  /** Says where the texts of a node lie in the manifest that is being written. */
  note(node: Node, place: Place): void {
    this.#places[node.id] = place
  }

  /** To be called when the manifest is written. */
  save(): void {
    const stat = this.#host.findStat(this.#manifestPath)
    if (!stat) return
    const { size, modifiedMs } = stat
    const index: Index = { btn: this.#btn, size, modifiedMs, places: this.#places }
    this.#host.writeText(this.#indexPath, JSON.stringify(index))
  }

  #readManifest(): Uint8Array {
    return this.#host.readBytes(this.#manifestPath) ?? new Uint8Array()
  }

  #readIndex(): Index | undefined {
    const stat = this.#host.findStat(this.#manifestPath)
    const bytes = stat && this.#host.readBytes(this.#indexPath)
    if (!stat || !bytes) return undefined
    const index = parseIndex(bytes)
    const isOfThis =
      index?.btn === this.#btn && index.size === stat.size && index.modifiedMs === stat.modifiedMs
    return isOfThis ? index : undefined
  }
}

function parseIndex(bytes: Uint8Array): Index | undefined {
  try {
    const value: Json = JSON.parse(new TextDecoder().decode(bytes))
    // Only `save` writes the file.
    return isObject(value) ? (value as unknown as Index) : undefined
  } catch {
    // An index that cannot be read costs the making of the texts, nothing else.
    return undefined
  }
}
