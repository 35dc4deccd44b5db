import { createHash } from 'node:crypto'
import type { Diagnostic, Outcome, Source } from '@btn/diagnostics'
import { span } from '@btn/diagnostics'
import {
  compileMacro,
  parseBlock,
  readSignature,
  scanBlocks,
  type Block,
  type CompiledMacro,
} from '@btn/jinja'
import type { MacroId } from '../types/index.ts'
import { extractCalls } from './extract-calls.ts'
import { macroName, type MacroDefinition } from './macro.ts'
import { scanFile } from './scan-file.ts'

/** One macro of a file, as plain data: enough to call it later without reading the others. */
export interface MacroEntry {
  readonly kind: Block['kind']
  /** As written in the tag. */
  readonly blockName: string
  /** As templates know it. */
  readonly name: string
  readonly hash: string
  readonly arguments: readonly { readonly name: string; readonly type?: string }[]
  readonly supportedLanguages?: readonly string[]
  readonly calls: readonly string[]
  readonly asks: readonly string[]
  /** Offsets in the file: block, name, first tag, body. */
  readonly spans: readonly [number, number, number, number, number, number, number, number]
}

const KINDS = ['macro', 'test', 'data_test', 'materialization'] as const

/** Finds the macros of a file; their bodies are read once, for what they call. With a name, warns of what else stands there. */
export function readMacroFile(source: Source, name?: string): Outcome<readonly MacroEntry[]> {
  const diagnostics: Diagnostic[] = []
  const kinds = [...KINDS]
  const scanned = name === undefined ? scanBlocks(source, { kinds }) : scanFile(source, kinds, name)
  diagnostics.push(...scanned.diagnostics)
  const entries = scanned.value.map((block) => readEntry(block, diagnostics))
  return { value: entries, diagnostics }
}

function readEntry(block: Block, diagnostics: Diagnostic[]): MacroEntry {
  const signature = readSignature(block)
  const parsed = parseBlock(block)
  diagnostics.push(...(parsed.diagnostics.length > 0 ? parsed.diagnostics : signature.diagnostics))
  const { parameters, adapter, supportedLanguages } = signature.value
  const calls = parsed.value ? extractCalls(parsed.value) : { calls: [], asks: [] }
  return {
    kind: block.kind,
    blockName: block.name,
    name: macroName(block.kind, block.name, adapter),
    hash: hashOf(block.source.text.slice(block.span.start, block.span.end)),
    arguments: parameters.map(({ name, type }) => ({ name, ...(type !== undefined && { type }) })),
    ...(supportedLanguages && { supportedLanguages }),
    ...calls,
    spans: [
      block.span.start,
      block.span.end,
      block.nameSpan.start,
      block.nameSpan.end,
      block.tagSpan.start,
      block.tagSpan.end,
      block.bodySpan.start,
      block.bodySpan.end,
    ],
  }
}

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 12)
}

export function macroId(packageName: string, name: string): MacroId {
  return `macro.${packageName}.${name}` as MacroId
}

/** Turns the plain entry into something callable. What a call needs is only made for a call. */
export function toDefinition(
  entry: MacroEntry,
  source: Source,
  packageName: string,
): MacroDefinition {
  return new Definition(entry, source, packageName)
}

class Definition implements MacroDefinition {
  readonly id: MacroId
  readonly name: string
  readonly packageName: string
  readonly hash: string
  readonly #entry: MacroEntry
  readonly #source: Source
  #block: Block | undefined
  #compiled: CompiledMacro | undefined

  constructor(entry: MacroEntry, source: Source, packageName: string) {
    this.id = macroId(packageName, entry.name)
    this.name = entry.name
    this.packageName = packageName
    this.hash = entry.hash
    this.#entry = entry
    this.#source = source
  }

  get block(): Block {
    return (this.#block ??= toBlock(this.#entry, this.#source))
  }

  get compiled(): CompiledMacro {
    return (this.#compiled ??= compileMacro(this.block))
  }
}

function toBlock(entry: MacroEntry, source: Source): Block {
  const at = entry.spans
  return {
    kind: entry.kind,
    name: entry.blockName,
    source,
    span: span(source, at[0], at[1]),
    nameSpan: span(source, at[2], at[3]),
    tagSpan: span(source, at[4], at[5]),
    bodySpan: span(source, at[6], at[7]),
  }
}
