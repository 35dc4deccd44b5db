import type { Outcome } from '@btn/diagnostics'
import { load, type LoadOptions, type Project } from './1-load/index.ts'
import { parse, type ParseOptions, type ParseResult } from './2-parse/index.ts'
import { link, type LinkResult } from './3-link/index.ts'
import { basisOf } from './basis.ts'
import type { Host } from './host.ts'

/** A project that is understood: the graph, and everything that rendering it needs. */
export interface Compiled {
  readonly project: Project
  readonly parsed: ParseResult
  readonly linked: LinkResult
}

/** Phase 1: settings, files and installed packages of the project in a folder. */
export function loadProject(host: Host, options: LoadOptions): Outcome<Project | undefined> {
  return load(host, options)
}

/** Phases 2 and 3: what the files say, and how it hangs together. Mistakes of both come together. */
export function compileProject(project: Project, options: ParseOptions): Outcome<Compiled> {
  const parsed = parse(project, options)
  const { value, diagnostics: mistakes } = link(project, parsed.value)
  const diagnostics = [...parsed.diagnostics, ...mistakes]
  const manifest = { ...value.manifest, basis: basisOf(project, parsed.value, value.manifest) }
  const linked = { ...value, manifest }
  return { value: { project, parsed: parsed.value, linked }, diagnostics }
}
