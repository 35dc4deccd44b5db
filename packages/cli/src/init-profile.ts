import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { profileFromTemplate, setYamlKey, UnansweredError } from '@btn/core/packages'
import { diagnostic, hasErrors, renderText, type Diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { debugProject } from './debug-project.ts'
import { givenFlags } from './load-flags.ts'
import { createRealHost, isObject, loadProject, readSettingsText, type Project } from './project.ts'

interface InitValues {
  readonly skipProfileSetup?: boolean
  readonly skipDebug?: boolean
}

/** `btn init` in a dbt project: writes the profile that it names, asking what profile_template.yml asks, and tries it. */
export async function initProfile(call: Call<InitValues>): Promise<ExitCode> {
  const { options, session } = call
  if (options.profile !== undefined) return refuse(call, [diagnostic('init-profile-given', {})])
  if (options.skipProfileSetup) return 0
  const { value: project, diagnostics } = loadProject(createRealHost(session.environment), {
    workingDirectory: session.workingDirectory,
    flags: givenFlags({ ...call, argument: undefined }).value,
    needsTarget: false,
    needsPackages: false,
    needsVars: false,
  })
  if (!project || hasErrors(diagnostics)) return refuse(call, diagnostics)
  try {
    await setUp(project, call)
  } catch (error) {
    if (!(error instanceof UnansweredError)) throw error
    return refuse(call, [diagnostic('init-unanswered', { key: error.key })])
  }
  // As in dbt, a connection that cannot be had yet is told, and no mistake of init.
  if (!options.skipDebug)
    await debugProject({ ...call, options: { ...options, connection: false } })
  return 0
}

async function setUp(
  { profilesFolder, profileName, name, root }: Project,
  call: Call,
): Promise<void> {
  const { terminal } = call.session
  const path = join(profilesFolder, 'profiles.yml')
  const key = profileName ?? name
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const isThere = readSettingsText({ path, text }).value?.value[key] !== undefined
  if (isThere) {
    const question = `The profile ${key} already exists in ${path}. Continue and overwrite it? [y/N] `
    const reply = await terminal.ask(question)
    if (!reply || !/^y(es)?$/i.test(reply.trim())) {
      terminal.out.write(`The profile ${key} in ${path} stays as it is.\n`)
      return
    }
  }
  const profile = await makeProfile(join(root, 'profile_template.yml'), call)
  mkdirSync(profilesFolder, { recursive: true })
  writeFileSync(path, setYamlKey(text, key, profile))
  terminal.out.write(`The profile ${key} is in ${path} now.\n`)
}

const sample = {
  target: 'dev',
  outputs: {
    dev: { type: 'duckdb', path: 'dev.duckdb', threads: 1 },
    prod: { type: 'duckdb', path: 'prod.duckdb', threads: 4 },
  },
}

/** From the project's template, where it has one that can be read; else two databases beside the project. */
async function makeProfile(
  path: string,
  { session }: Call,
): ReturnType<typeof profileFromTemplate> {
  const file = existsSync(path)
    ? readSettingsText({ path, text: readFileSync(path, 'utf8') }).value
    : undefined
  if (!file || !isObject(file.value)) return sample
  return profileFromTemplate(file.value, ({ key, hint, fallback, choices }) => {
    if (choices) {
      const list = choices.map((choice, index) => `[${index + 1}] ${choice}`).join('\n')
      return session.terminal.ask(`${list}\n${hint} (a number) `)
    }
    const about = hint === undefined ? '' : ` (${hint})`
    const otherwise = fallback === undefined || fallback === null ? '' : ` [${String(fallback)}]`
    return session.terminal.ask(`${key}${about}${otherwise}: `)
  })
}

function refuse({ session }: Call, diagnostics: readonly Diagnostic[]): ExitCode {
  for (const item of diagnostics) session.terminal.err.write(`${renderText(item)}\n`)
  return 2
}
