import { join } from 'node:path'
import { createWorkspace, repository, runLine, type Workspace } from '../workspace.ts'

/** A built site in a folder of its own. */
export interface Site {
  readonly workspace: Workspace
  /** Where its `index.html` is. */
  readonly folder: string
}

/** Builds the sample project and its site. One of its tests fails, another warns, a row is in quarantine, and `<script>` stands wherever text may. */
export async function makeSite(): Promise<Site> {
  const workspace = createWorkspace(join(repository, 'packages/e2e/projects/docs-site'))
  const built = await runLine('btn build', workspace)
  if (!built.output.includes('PASS=18 WARN=1 ERROR=1')) throw new Error(built.output)
  return generateSite(workspace)
}

/** Makes the site of a project without building anything. */
export function makeUnbuiltSite(project: string): Promise<Site> {
  return generateSite(createWorkspace(join(repository, 'packages/e2e/projects', project)))
}

async function generateSite(workspace: Workspace): Promise<Site> {
  const made = await runLine('btn docs generate', workspace)
  if (made.exitCode !== 0) throw new Error(made.output)
  return { workspace, folder: join(workspace.folder, 'target/docs') }
}
