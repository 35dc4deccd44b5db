import {
  diagnostic,
  findNearest,
  span,
  type Diagnostic,
  type Source,
  type Span,
} from '@btn/diagnostics'
import {
  jinjaGlobals,
  parse,
  parseBlock,
  scanBlocks,
  visit,
  type Call,
  type Node,
  type Target,
} from '@btn/jinja'
import type { FileKind, Project } from '../1-load/index.ts'
import { adapterNames } from '../context/names/adapter.ts'
import { names as contextNames } from '../context/names/index.ts'
import type { MacroRegistry } from '../macros/registry.ts'
import { findAnchors } from '../yaml/index.ts'

/**
 * What strict mode asks of templates besides: every function that the root project's own templates call exists, in branches that
 * are not taken, too. Read from the text each time: a project that is this strict would rather wait a moment than trust a cache.
 */
export function checkTemplates(project: Project, macros: MacroRegistry): readonly Diagnostic[] {
  const { name: packageName } = project
  const knows = (name: string): boolean => isKnown(name, macros, packageName)
  return readAll(project, templates).flatMap((source) =>
    [...findUnknownCalls(source, knows)].map(({ name, span: where }) => {
      const nearest = findNearest(name, [...macros.names(packageName)])
      return diagnostic('function-unknown', { name, nearest }, { span: where })
    }),
  )
}

/** Anchors that other entries repeat have a place of their own: below `anchors:`. */
export function checkAnchors(project: Project): readonly Diagnostic[] {
  return readAll(project, ['properties']).flatMap((source) =>
    findAnchors(source)
      .filter(({ topKey }) => topKey !== 'anchors')
      .map(({ name, span: where }) => diagnostic('anchor-misplaced', { name }, { span: where })),
  )
}

const templates: readonly FileKind[] = [
  ...(['model', 'analysis', 'singular-test', 'snapshot', 'macro', 'generic-test'] as const),
]

function readAll(project: Project, kinds: readonly FileKind[]): readonly Source[] {
  const files = kinds.flatMap((kind) => project.rootPackage.files[kind])
  const texts = files.filter(({ path }) => !path.endsWith('.py') && !path.endsWith('.csv'))
  return texts.flatMap(({ file }) => project.sources.read(file).value ?? [])
}

function isKnown(path: string, macros: MacroRegistry, packageName: string): boolean {
  const [first = '', second] = path.split('.')
  if (second === undefined) {
    return (
      macros.find(first, packageName) !== undefined ||
      Object.hasOwn(contextNames, first) ||
      jinjaGlobals.has(first)
    )
  }
  if (first === 'adapter') return adapterNames.has(second)
  return !macros.hasPackage(first) || macros.findIn(first, second) !== undefined
}

interface UnknownCall {
  readonly name: string
  readonly span: Span
}

function* findUnknownCalls(
  source: Source,
  knows: (name: string) => boolean,
): Iterable<UnknownCall> {
  for (const tree of treesOf(source)) {
    const own = namesMadeIn(tree)
    for (const call of callsIn(tree)) {
      const [first = ''] = call.name.split('.')
      if (!own.has(first) && !knows(call.name)) yield call
    }
  }
}

/** A query is one tree; a file of macros has one for each. Whatever is wrong with the syntax is told elsewhere. */
function treesOf(source: Source): readonly Node[] {
  const kinds = ['macro', 'test', 'data_test', 'materialization', 'snapshot'] as const
  const blocks = scanBlocks(source, { kinds: [...kinds] }).value
  if (blocks.length === 0) return [parse(source).value]
  return blocks.flatMap((block) => parseBlock(block).value ?? [])
}

/** Everything that the template itself gives a name, wherever that happens. */
function namesMadeIn(tree: Node): ReadonlySet<string> {
  const made = new Set(['caller', 'loop', 'self', 'super', 'varargs', 'kwargs'])
  visit(tree, (node) => {
    if (node.kind === 'macro') made.add(node.name)
    if (node.kind === 'macro' || node.kind === 'call-block') {
      for (const { name } of node.parameters) made.add(name)
    }
    for (const target of targetsOf(node)) addNames(target, made)
    if ('names' in node) for (const name of node.names) made.add(name)
  })
  return made
}

function targetsOf(node: Node): readonly Target[] {
  if (node.kind === 'with') return node.bindings.map(({ target }) => target)
  return 'target' in node ? [node.target] : []
}

function addNames(target: Target, made: Set<string>): void {
  if (target.kind === 'target-name') made.add(target.name)
  if (target.kind === 'target-tuple') for (const item of target.items) addNames(item, made)
}

function callsIn(tree: Node): readonly UnknownCall[] {
  const calls: UnknownCall[] = []
  visit(tree, (node) => {
    const name = node.kind === 'call' ? calledName(node) : undefined
    if (name === undefined || node.kind !== 'call') return
    const { source, start, end } = node.callee.span
    calls.push({ name, span: span(source, start, end) })
  })
  return calls
}

function calledName({ callee }: Call): string | undefined {
  if (callee.kind === 'name') return callee.name
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return undefined
  return `${callee.object.name}.${callee.name}`
}
