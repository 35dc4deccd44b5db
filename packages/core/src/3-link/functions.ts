import { diagnostic } from '@btn/diagnostics'
import type { ProjectFile } from '../1-load/index.ts'
import type { ParsedCode } from '../2-parse/index.ts'
import type { FunctionPatch, OverloadPatch } from '../2-parse/properties/index.ts'
import type { FunctionOverload, NodeId, RefCall, SourceCall, UserFunction } from '../types/index.ts'
import { lazily, linkCode, type CodeDraft } from './link-code.ts'
import { foldersOf, readWritten, type Linking } from './linking.ts'
import { Patches, patchesOf, type Patched } from './patches.ts'
import { relationNameOf } from '../names/relation-name.ts'

type Code = readonly [file: ProjectFile, code: ParsedCode]

/** Functions of the database: each from its file and what properties say of it. A file may also be an overload of another one's. */
export function linkFunctions(linking: Linking): void {
  const patches = new Patches(
    linking,
    'function',
    patchesOf(linking, (file) => file.functions),
  )
  const codes = new Map<string, Code>()
  for (const [file, code] of linking.parsed.functions)
    codes.set(`${file.packageName}.${code.name}`, [file, code])
  const absorbed = findOverloads(linking, codes)
  for (const [file, code] of codes.values()) {
    if (absorbed.has(`${file.packageName}.${code.name}`)) continue
    const patch = patches.find(file.packageName, code.name)
    linking.nodes.push(linkFunction(linking, { file, code, patch, codes }))
  }
  patches.reportUnused([...linking.parsed.functions.values()].map(({ name }) => name))
}

/** The files that are overloads, which are no functions of their own. */
function findOverloads(linking: Linking, codes: ReadonlyMap<string, Code>): ReadonlySet<string> {
  const owners = new Map<string, string>()
  for (const { file, patch } of patchesOf(linking, (it) => it.functions)) {
    for (const overload of patch.overloads) {
      const key = `${file.packageName}.${overload.definedIn}`
      const problem = overloadProblem(patch, overload, { codes, owner: owners.get(key), key })
      if (problem === undefined) owners.set(key, patch.name)
      else {
        const span = linking.project.sources.spanOf(overload.place)
        linking.diagnostics.push(diagnostic('function-overload', { problem }, { span }))
      }
    }
  }
  return new Set(owners.keys())
}

function overloadProblem(
  { name }: FunctionPatch,
  { definedIn }: OverloadPatch,
  {
    codes,
    owner,
    key,
  }: {
    readonly codes: ReadonlyMap<string, Code>
    readonly owner: string | undefined
    readonly key: string
  },
): string | undefined {
  if (definedIn === name) return `Function '${name}' cannot list itself in overloads`
  if (owner !== undefined)
    return `Function overload '${definedIn}' (defined_in) is already used by '${owner}'`
  if (!codes.has(key)) return `Function overload '${definedIn}' (defined_in) not found`
  return undefined
}

interface FunctionInput {
  readonly file: ProjectFile
  readonly code: ParsedCode
  readonly patch: Patched<FunctionPatch> | undefined
  readonly codes: ReadonlyMap<string, Code>
}

function linkFunction(linking: Linking, { file, code, patch, codes }: FunctionInput): UserFunction {
  const base = linkCode(linking, {
    file,
    code,
    kind: 'function',
    id: `function.${file.packageName}.${code.name}` as NodeId,
    name: code.name,
    path: file.path,
    fqn: [file.packageName, ...foldersOf(file.path), code.name],
    patch,
  })
  base.relationName = relationNameOf(linking.parsed.invocation, base)
  const described = patch?.patch
  if (described) checkDefaults(linking, described)
  mergeCalls(base, described?.overloads ?? [], (name) => codes.get(`${file.packageName}.${name}`))
  const overloads = (described?.overloads ?? []).flatMap((overload) => {
    const found = codes.get(`${file.packageName}.${overload.definedIn}`)
    return found ? [toOverload(linking, overload, found)] : []
  })
  return lazily<UserFunction>(
    linking,
    file,
    code,
    Object.assign(base, {
      kind: 'function' as const,
      language: languageOf(file.path),
      arguments: described?.arguments ?? [],
      ...(described?.returns && { returns: described.returns }),
      overloads,
    }),
  )
}

/** What only another form refers to has to be there before the function is made. */
function mergeCalls(
  node: CodeDraft,
  overloads: readonly OverloadPatch[],
  find: (name: string) => Code | undefined,
): void {
  for (const { definedIn } of overloads) {
    const code = find(definedIn)?.[1]
    if (!code) continue
    node.refs = [...node.refs, ...newCalls(node.refs, code.refs)]
    node.sources = [...node.sources, ...newCalls(node.sources, code.sources)]
    const functions = newCalls(node.functions ?? [], code.functions ?? [])
    if (functions.length > 0) node.functions = [...(node.functions ?? []), ...functions]
  }
}

function newCalls<C extends RefCall | SourceCall>(
  known: readonly C[],
  more: readonly C[],
): readonly C[] {
  const meaning = ({ place: _, callers: __, ...call }: C): string => JSON.stringify(call)
  const seen = new Set(known.map(meaning))
  return more.filter((call) => !seen.has(meaning(call)))
}

function toOverload(linking: Linking, patch: OverloadPatch, [file, code]: Code): FunctionOverload {
  const { place: _, ...overload } = patch
  return { ...overload, rawBody: readWritten(linking, file, code) }
}

/** A call may leave out the last arguments only. */
function checkDefaults(linking: Linking, patch: FunctionPatch): void {
  const first = patch.arguments.findIndex((it) => it.defaultValue !== undefined)
  const index = patch.arguments.findIndex(
    (it, at) => first >= 0 && at > first && it.defaultValue === undefined,
  )
  const [argument, place] = [patch.arguments[index], patch.argumentPlaces[index]]
  if (!argument || !place) return
  const params = { name: patch.name, argument: argument.name }
  const span = linking.project.sources.spanOf(place)
  linking.diagnostics.push(diagnostic('function-default-order', params, { span }))
}

function languageOf(path: string): UserFunction['language'] {
  if (/\.py(\.\w+)?$/i.test(path)) return 'python'
  return /\.js(\.\w+)?$/i.test(path) ? 'javascript' : 'sql'
}
