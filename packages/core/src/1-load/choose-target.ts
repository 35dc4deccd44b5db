import { diagnostic, type Outcome } from '@btn/diagnostics'
import type { Json } from '../types/index.ts'
import { findEntry, renderTree } from '../yaml/index.ts'
import { findInEnvironment, secretScope, type Ground } from './ground.ts'
import { joinPath, resolvePath } from './paths.ts'
import type { Target } from './project.ts'
import { targetOfProfile, targetOfProject, type TargetRequest } from './target.ts'

/** The connection: of `project.yml`, or of the profile that the project or the command line names. */
export function chooseTarget(ground: Ground): Outcome<Target | undefined> {
  const { file, found, flags, host, sources } = ground
  const request = toRequest(ground)
  const profileNode = findEntry(file.root, 'profile')?.value
  const isOwn = found.form === 'btn' && (findEntry(file.root, 'outputs') || !profileNode)
  if (isOwn) return targetOfProject(file, request)
  const rendered = profileNode && renderTree(file.source, profileNode, request.scope)
  const profile = flags.profile ?? textOf(rendered?.value)
  if (profile !== undefined) {
    return targetOfProfile({ host, sources, folders: profileFolders(ground) }, profile, request)
  }
  const reported = rendered?.diagnostics ?? []
  const diagnostics = reported.length > 0 ? reported : [diagnostic('profile-not-named', {})]
  return { value: undefined, diagnostics }
}

function toRequest(ground: Ground): TargetRequest {
  const { file, flags, found, options } = ground
  return {
    options,
    projectName: textOf(file.value['name']) ?? '',
    projectRoot: found.root,
    targetPath: flags.target_path ?? textOf(file.value['target-path']) ?? 'target',
    targetName: flags.target,
    scope: secretScope(ground),
  }
}

type Standing = Pick<Ground, 'environment' | 'found' | 'host' | 'options'>

/** The folder whose `profiles.yml` counts; where there is none at all, the one that the user would put it in. */
export function profilesFolder(ground: Standing): string {
  const folders = profileFolders(ground)
  const isThere = (folder: string): boolean =>
    ground.host.findStat(joinPath(folder, 'profiles.yml'))?.isDirectory === false
  const usual = folders.length === 1 ? folders[0] : undefined
  return folders.find(isThere) ?? usual ?? joinPath(ground.host.home, '.dbt')
}

/** Where `profiles.yml` may be, the strongest first. dbt does not look into the project's folder; it does no harm. */
function profileFolders({ environment, found, host, options }: Standing): readonly string[] {
  const { workingDirectory, flags } = options
  const named = flags?.profiles_dir ?? findInEnvironment(environment, 'PROFILES_DIR')
  if (named !== undefined) return [resolvePath(workingDirectory, named)]
  return [...new Set([workingDirectory, joinPath(host.home, '.dbt'), found.root])]
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
