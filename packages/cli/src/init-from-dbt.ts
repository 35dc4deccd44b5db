import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { projectFromDbt } from '@btn/core/packages'
import { diagnostic, hasErrors, renderText, type Diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { givenFlags } from './load-flags.ts'
import {
  adapterTypes,
  createRealHost,
  findAdapter,
  loadProject,
  readSettingsText,
  type Project,
} from './project.ts'

const DBT_FILE = 'dbt_project.yml'
const BTN_FILE = 'project.yml'
const KEPT = `${DBT_FILE}.bak`

/** `btn init --from-dbt`: a project.yml that means what dbt_project.yml and the profile mean. */
export async function initFromDbt(call: Call): Promise<ExitCode> {
  const folder = resolve(call.session.workingDirectory, call.argument ?? '.')
  const before = load(call, folder)
  const { value: project } = before
  if (hasErrors(before.diagnostics) || !project) return refuse(call, before.diagnostics)
  if (project.form === 'btn' || !project.target) {
    const taken = { folder: relative(call.session.workingDirectory, folder) || '.', file: BTN_FILE }
    return refuse(call, [diagnostic('folder-not-empty', taken)])
  }
  const path = join(project.root, BTN_FILE)
  writeFileSync(path, textOf(project, project.target.profileName))
  renameSync(join(project.root, DBT_FILE), join(project.root, KEPT))
  const after = load(call, folder)
  if (hasErrors(after.diagnostics)) {
    rmSync(path)
    renameSync(join(project.root, KEPT), join(project.root, DBT_FILE))
    return refuse(call, after.diagnostics)
  }
  call.session.terminal.out.write(farewell(project))
  return 0
}

function load({ options, session }: Call, folder: string): ReturnType<typeof loadProject> {
  return loadProject(createRealHost(session.environment), {
    workingDirectory: folder,
    flags: givenFlags({ argument: undefined, options, session }).value,
    findAdapter,
    adapterTypes,
    needsPackages: false,
    needsVars: false,
  })
}

function textOf(project: Project, profileName: string): string {
  const profiles = join(project.profilesFolder, 'profiles.yml')
  const hasPackages =
    project.packageFiles.own().value.specs.length > 0 || existsSync(project.packagesPath)
  return projectFromDbt({
    project: read(join(project.root, DBT_FILE)),
    profiles: read(profiles),
    profileName,
    packagesPath: hasPackages ? relative(project.root, project.packagesPath) : undefined,
  })
}

function read(path: string): Parameters<typeof projectFromDbt>[0]['project'] {
  const file = readSettingsText({ path, text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n') })
  // It was read before, when the project was loaded: had it been no mapping, that would have been said.
  if (!file.value) throw new Error(`${path} has changed`)
  return file.value
}

function refuse({ session }: Call, diagnostics: readonly Diagnostic[]): ExitCode {
  const { err } = session.terminal
  for (const item of diagnostics) err.write(`${renderText(item)}\n`)
  return 1
}

function farewell({ name, target, profilesFolder }: Project): string {
  const lines = [
    `${name} has a ${BTN_FILE} now, with the connections of the profile "${target?.profileName}"`,
    `from ${join(profilesFolder, 'profiles.yml')}. The ${basename(DBT_FILE)} of before is ${KEPT}; both files`,
    'together would be ambiguous. To go back: remove the one, rename the other.',
    '',
    '  btn build    # as before',
  ]
  return `${lines.join('\n')}\n`
}
