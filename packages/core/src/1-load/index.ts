import type { Outcome } from '@btn/diagnostics'
import type { Host } from '../host.ts'
import { loadProject } from './loader.ts'
import type { LoadOptions } from './options.ts'
import type { Project } from './project.ts'

export type { Flags } from './flags-table.ts'
export type { LoadOptions } from './options.ts'
export type * from './project.ts'

/**
 * Phase 1: a folder becomes a project: its settings, its connection, its packages, and what files there are. Texts are read later,
 * when somebody asks. Undefined only when there is too little to go on with; the diagnostics say why.
 */
export function load(host: Host, options: LoadOptions): Outcome<Project | undefined> {
  return loadProject(host, options)
}
