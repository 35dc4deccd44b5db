import { overview } from '../builtin/overview.ts'
import { diagnostic, writtenText, type Diagnostic } from '@btn/diagnostics'
import type { Project, ProjectFile } from '../1-load/index.ts'
import type { ParseResult } from '../2-parse/index.ts'
import { propertiesScope } from '../context/properties-scope.ts'
import type { DocBlock, Group, MacroId, Node, NodeId } from '../types/index.ts'
import { Descriptions } from './descriptions.ts'
import { NameGenerator } from './names.ts'

/** What the parts of phase 3 share while they build the nodes. */
export interface Linking {
  readonly project: Project
  readonly parsed: ParseResult
  readonly diagnostics: Diagnostic[]
  readonly names: NameGenerator
  readonly descriptions: Descriptions
  readonly docs: ReadonlyMap<string, DocBlock>
  readonly groups: Map<string, Group>
  /** What each `dispatch:name:namespace` that was looked for means: nothing, where no macro is there. */
  readonly dispatched: Map<string, MacroId | undefined>
  /** All nodes made so far, disabled ones included; several may share an id. */
  readonly nodes: Node[]
  readonly askedBy: Map<
    NodeId,
    { readonly calls: readonly string[]; readonly asks: readonly string[] }
  >
}

export function startLinking(project: Project, parsed: ParseResult): Linking {
  const diagnostics: Diagnostic[] = []
  const spanOf = (place: Parameters<Project['sources']['spanOf']>[0]) =>
    project.sources.spanOf(place)
  const docs = collectDocs(parsed, (name, file, first) => {
    const related = [
      { span: spanOf({ file: first, start: 0, end: 0 }), message: 'the first one is in this file' },
    ]
    const where = { span: spanOf({ file, start: 0, end: 0 }), related }
    diagnostics.push(diagnostic('duplicate-node', { kind: 'doc', name }, where))
  })
  return {
    project,
    parsed,
    diagnostics,
    names: new NameGenerator(parsed.invocation, diagnostics),
    descriptions: new Descriptions(docs, {
      rootPackage: project.name,
      prefersOwnPackage: project.flags.require_ref_searches_node_package_before_root,
      diagnostics,
      spanOf,
      scopeOf: (packageName) => propertiesScope(parsed.invocation, packageName, undefined),
    }),
    docs,
    groups: new Map(),
    dispatched: new Map(),
    nodes: [],
    askedBy: new Map(),
  }
}

/** A stretch of a file as it was written: dbt keeps the line breaks of code. */
export function readWritten(
  { project }: Linking,
  { file }: ProjectFile,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const source = project.sources.read(file).value
  return source ? writtenText(source, start, end) : ''
}

type OnTwice = (name: string, file: string, first: string) => void

function collectDocs(parsed: ParseResult, onTwice: OnTwice): ReadonlyMap<string, DocBlock> {
  const docs = new Map<string, DocBlock>()
  for (const [file, blocks] of parsed.docs) {
    for (const { name, contents } of blocks) {
      const id = `doc.${file.packageName}.${name}`
      const first = docs.get(id)
      if (first) onTwice(name, file.originalPath, first.originalPath)
      docs.set(id, {
        id,
        name,
        packageName: file.packageName,
        path: file.path,
        originalPath: file.originalPath,
        contents,
      })
    }
  }
  docs.set(overview.id, overview)
  return docs
}

/** Folders of a file below its search path. */
export function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1)
}

/** Stable from run to run while the file is the same, so that artifacts of an unchanged node stay the same text. */
export function createdAt(file: ProjectFile): number {
  return file.modifiedMs / 1000
}
