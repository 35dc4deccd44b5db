import { join, resolve } from 'node:path'
import type { Call } from '../../commands/command.ts'
import { givenFlags } from '../../load-flags.ts'
import { adapterTypes, createRealHost, findAdapter, loadProject } from '../../project.ts'
import type { DocsValues } from '../docs.ts'

export interface Places {
  /** The project's folder; undefined where only artifacts are shown. */
  readonly root: string | undefined
  readonly targetFolder: string
  /** Where the site goes. */
  readonly output: string
}

/** Where the project, its artifacts and its site lie, as the making of the site will find them. */
export function findPlaces(call: Call<DocsValues>): Places {
  const { options, operand, session } = call
  const { workingDirectory } = session
  const { root, targetFolder } =
    operand === undefined
      ? projectPlaces(call)
      : { root: undefined, targetFolder: resolve(workingDirectory, operand) }
  const output =
    options.output === undefined
      ? join(targetFolder, 'docs')
      : resolve(workingDirectory, options.output)
  return { root, targetFolder, output }
}

/** As the settings say; where they cannot be read yet, where projects usually have it. */
function projectPlaces(call: Call<DocsValues>) {
  const { options, session } = call
  const { workingDirectory, environment } = session
  const { value: project } = loadProject(createRealHost(environment), {
    workingDirectory,
    flags: givenFlags(call).value,
    vars: {},
    findAdapter,
    adapterTypes,
    needsTarget: false,
    needsPackages: false,
    needsVars: false,
  })
  if (project) return { root: project.root, targetFolder: project.targetPath }
  const root = resolve(workingDirectory, options.projectDir ?? '.')
  return { root, targetFolder: resolve(root, options.targetPath ?? 'target') }
}
