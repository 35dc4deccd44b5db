import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { get } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCertificate } from './certificate.ts'
import { PackageHub } from './package-hub.ts'
import { Proxy } from './proxy.ts'
import {
  createWorkspace,
  repository,
  runLine,
  writeText,
  type Finished,
  type Workspace,
} from './workspace.ts'

// Packages from a hub, archives and a git repository that the tests start themselves.

let hub: PackageHub
let workspace: Workspace

beforeEach(async () => {
  hub = new PackageHub()
  await hub.start()
  workspace = createWorkspace()
  write('dbt_project.yml', 'name: shop\nprofile: shop\n')
  write('profiles.yml', 'shop: {outputs: {dev: {type: duckdb, path: shop.duckdb}}, target: dev}\n')
})

afterEach(() => {
  hub.close()
  workspace.remove()
})

const write = (path: string, text: string): void => writeText(workspace, path, text)

function read(path: string): string {
  return readFileSync(join(workspace.folder, path), 'utf8')
}

function installed(): readonly string[] {
  return readdirSync(join(workspace.folder, 'dbt_packages')).sort()
}

function btn(words: string, environment: Record<string, string> = {}): Promise<Finished> {
  const all = { ...workspace.environment, BTN_PACKAGE_HUB_URL: hub.url, ...environment }
  return runLine(`btn ${words}`, { ...workspace, environment: all })
}

/** An address at which nobody listens any more. */
async function deadUrl(): Promise<string> {
  const other = new PackageHub()
  await other.start()
  const { url } = other
  other.close()
  return url
}

/** Lines without times and the first one. */
async function linesOf(words: string, environment?: Record<string, string>): Promise<string[]> {
  const { output } = await btn(words, environment)
  return output
    .split('\n')
    .map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, ''))
    .filter((line) => !/^(\d\d:\d\d:\d\d)?$/.test(line) && !line.startsWith('Running with'))
}

const tools = (version: string, more: object = {}) => ({
  name: 'acme/tools',
  version,
  project: 'tools',
  files: { 'macros/one.sql': `{% macro one() %}${version.split('.')[0]}{% endmacro %}` },
  ...more,
})

describe('a package of the hub', () => {
  beforeEach(() => {
    for (const version of ['1.0.0', '1.2.0', '2.0.0', '2.1.0-rc1']) hub.add(tools(version))
    hub.add({
      name: 'acme/future',
      version: '1.0.0',
      project: 'future',
      files: { 'dbt_project.yml': 'name: future\nrequire-dbt-version: ">=9.0.0"\n' },
      requireDbtVersion: '>=9.0.0',
    })
  })

  it('is installed in the newest version that a range allows, and locked', async () => {
    write('packages.yml', 'packages:\n- package: acme/tools\n  version: [">=1.0.0", "<2.0.0"]\n')
    expect(await linesOf('deps')).toEqual([
      'Updating lock file in file path: package-lock.yml',
      'Installing acme/tools',
      'Installed from version 1.2.0',
      'Updated version available: 2.0.0',
      "Updates available for packages: ['acme/tools']",
      'Update your versions in packages.yml, then run btn deps',
    ])
    expect(read('package-lock.yml')).toMatch(
      /^packages:\n {2}- name: tools\n {4}package: acme\/tools\n {4}version: 1\.2\.0\nsha1_hash: [0-9a-f]{40}\n# btn: .*\n# btn: tools [0-9a-f]{64}\n$/,
    )
    expect(read('dbt_packages/tools/macros/one.sql')).toContain('1')
    write('models/m.sql', 'select {{ tools.one() }} as n')
    expect((await btn('build')).exitCode).toBe(0)
  })

  it('stays at the locked version until --upgrade', async () => {
    write('packages.yml', 'packages:\n- package: acme/tools\n  version: ">=1.0.0"\n')
    await btn('deps')
    hub.add(tools('2.3.0'))
    expect(await linesOf('deps')).toContain('Installed from version 2.0.0')
    expect(await linesOf('deps --upgrade')).toContain('Installed from version 2.3.0')
  })

  it.each([
    ['2.1.0-rc1', '', '2.1.0-rc1'],
    ['">=2.0.0"', '', '2.0.0'],
    ['">=2.0.0"', '\n  install_prerelease: true', '2.1.0-rc1'],
    ['">=1.0.0,<2.0.0"', '', 'is not a valid semantic version'],
    ['3.0.0', '', 'Could not find a matching compatible version for package acme/tools'],
    ['[">2.0.0", "<2.0.0"]', '', 'Version error for package acme/tools'],
  ])('version %s%s gives %s', async (version, more, expected) => {
    write('packages.yml', `packages:\n- package: acme/tools\n  version: ${version}${more}\n`)
    expect((await btn('deps')).output).toContain(expected)
  })

  it('that wants another dbt is taken with --no-version-check only', async () => {
    write('packages.yml', 'packages:\n- package: acme/future\n  version: 1.0.0\n')
    const refused = await btn('deps')
    expect(refused.exitCode).toBe(2)
    expect(refused.output).toContain('--no-version-check')
    expect((await btn('deps --no-version-check')).exitCode).toBe(0)
    expect((await btn('parse')).output).toContain('package-version-unmet')
    expect((await btn('parse --no-version-check')).exitCode).toBe(0)
  })

  it('that is misspelt is named with the nearest that there is', async () => {
    write('packages.yml', 'packages:\n- package: acme/tool\n  version: 1.0.0\n')
    const { output, exitCode } = await btn('deps')
    expect(exitCode).toBe(2)
    expect(output).toContain('Package acme/tool was not found in the package index')
    expect(output).toContain('Did you mean "acme/tools"?')
  })

  it('that has moved says where to', async () => {
    hub.redirect('acme/tools', { namespace: 'other', name: 'tools' })
    write('packages.yml', 'packages:\n- package: acme/tools\n  version: 1.0.0\n')
    const { output, exitCode } = await btn('deps')
    expect(exitCode).toBe(0)
    expect(output).toContain('`acme/tools` package is deprecated in favor of `other/tools`')
  })
})

describe('the hub in trouble', () => {
  beforeEach(() => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages:\n- package: acme/tools\n  version: 1.0.0\n')
  })

  it('is asked again', async () => {
    hub.fail(503, 2)
    expect((await btn('deps')).exitCode).toBe(0)
  })

  it('is named when it stays away', async () => {
    const { output, exitCode } = await btn('deps', { BTN_PACKAGE_HUB_URL: await deadUrl() })
    expect(exitCode).toBe(2)
    expect(output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/ cannot be fetched/)
  })

  it('does not matter once everything was fetched', async () => {
    await btn('deps')
    rmSync(join(workspace.folder, 'dbt_packages'), { recursive: true })
    const gone = { BTN_PACKAGE_HUB_URL: await deadUrl() }
    const unreachable = await btn('deps', gone)
    expect(unreachable.output).toContain('package-unreachable')
    expect(unreachable.exitCode).toBe(0)
    expect(installed()).toEqual(['tools'])
    const { length } = hub.requests
    expect((await btn('deps --offline')).exitCode).toBe(0)
    expect(hub.requests.length).toBe(length)
  })

  it('is not needed for a folder of packages that came with the project', async () => {
    await btn('deps')
    rmSync(join(workspace.environment['HOME'] ?? '', '.cache'), { recursive: true })
    expect((await btn('deps --offline')).exitCode).toBe(0)
    expect(installed()).toEqual(['tools'])
    write('dbt_packages/tools/macros/one.sql', 'changed')
    const { output, exitCode } = await btn('deps --offline')
    expect(exitCode).toBe(2)
    expect(output).toContain('package-offline')
  })

  it('that gives other content for the same version is refused', async () => {
    await btn('deps')
    rmSync(join(workspace.environment['HOME'] ?? '', '.cache'), { recursive: true })
    rmSync(join(workspace.folder, 'dbt_packages'), { recursive: true })
    hub.add(tools('1.0.0', { files: { 'macros/one.sql': 'something else' } }))
    const { output, exitCode } = await btn('deps')
    expect(exitCode).toBe(2)
    expect(output).toContain('package-changed')
    expect(existsSync(join(workspace.folder, 'dbt_packages'))).toBe(false)
    expect((await btn('deps --upgrade')).exitCode).toBe(0)
  })
})

describe('packages of packages', () => {
  it('are found, and narrow each other down', async () => {
    for (const version of ['1.0.0', '1.1.0', '2.0.0']) hub.add(tools(version))
    const uses = (version: string | readonly string[]) => [{ package: 'acme/tools', version }]
    hub.add({
      name: 'acme/a',
      version: '1.0.0',
      project: 'a',
      packages: uses(['>=1.0.0', '<2.0.0']),
    })
    hub.add({ name: 'acme/b', version: '1.0.0', project: 'b', packages: uses('>=1.0.0') })
    write(
      'packages.yml',
      'packages: [{package: acme/b, version: 1.0.0}, {package: acme/a, version: 1.0.0}]\n',
    )
    expect((await btn('deps')).exitCode).toBe(0)
    expect(installed()).toEqual(['a', 'b', 'tools'])
    expect(read('package-lock.yml')).toContain('package: acme/tools\n    version: 1.1.0')
  })

  it('that contradict each other are named with who wants what', async () => {
    for (const version of ['1.0.0', '2.0.0']) hub.add(tools(version))
    const packages = [{ package: 'acme/tools', version: '1.0.0' }]
    hub.add({ name: 'acme/a', version: '1.0.0', project: 'a', packages })
    write(
      'packages.yml',
      'packages: [{package: acme/a, version: 1.0.0}, {package: acme/tools, version: 2.0.0}]\n',
    )
    const { output, exitCode } = await btn('deps')
    expect(exitCode).toBe(2)
    expect(output).toContain('packages.yml wants acme/tools 2.0.0\n')
    expect(output).toContain('acme/a 1.0.0 wants acme/tools 1.0.0\n')
  })

  it('with the name of another one, or of the project, are refused', async () => {
    hub.add(tools('1.0.0'))
    hub.add({ name: 'other/tools', version: '1.0.0', project: 'tools' })
    hub.add({ name: 'other/shop', version: '1.0.0', project: 'shop' })
    write(
      'packages.yml',
      'packages: [{package: acme/tools, version: 1.0.0}, {package: other/tools, version: 1.0.0}]\n',
    )
    expect((await btn('deps')).output).toContain('Found duplicate project "tools"')
    write('packages.yml', 'packages: [{package: other/shop, version: 1.0.0}]\n')
    expect((await btn('deps')).output).toContain('the same name as the root project "shop"')
  })
})

describe('a git repository', () => {
  let repository: string

  function git(...words: string[]): string {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'init.defaultBranch=main']
    return execFileSync('git', [...who, ...words], { cwd: repository, encoding: 'utf8' }).trim()
  }

  function commit(files: Record<string, string>): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true })
      writeFileSync(join(repository, path), text)
    }
    git('add', '.')
    git('commit', '-qm', 'change')
    return git('rev-parse', 'HEAD')
  }

  beforeEach(() => {
    repository = join(workspace.folder, '../repository')
    mkdirSync(repository)
    git('init', '-q', '.')
    commit({ 'dbt_project.yml': 'name: tools\n', 'version.txt': 'first' })
    git('tag', '-a', 'v1', '-m', 'first')
    commit({ 'version.txt': 'second', 'sub/dbt_project.yml': 'name: inner\n' })
    git('checkout', '-q', '-b', 'next')
    commit({ 'version.txt': 'third' })
    git('checkout', '-q', 'main')
  })

  const list = (more: string): string => `packages:\n- git: file://${repository}\n${more}`

  it.each([
    ['a tag', () => 'v1', 'first'],
    ['a branch', () => 'next', 'third'],
    ['a commit', () => git('rev-parse', 'next'), 'third'],
    ['the beginning of a commit', () => git('rev-parse', '--short', 'v1^{}'), 'first'],
  ])('at %s', async (_, revision, expected) => {
    write('packages.yml', list(`  revision: "${revision()}"\n`))
    const { output, exitCode } = await btn('deps')
    expect(output).not.toContain('warning')
    expect(exitCode).toBe(0)
    expect(read('dbt_packages/tools/version.txt')).toBe(expected)
    expect(existsSync(join(workspace.folder, 'dbt_packages/tools/.git'))).toBe(false)
    expect(read('package-lock.yml')).toMatch(/revision: [0-9a-f]{40}\n/)
    expect((await btn('deps --offline')).exitCode).toBe(0)
  })

  it('without a revision warns, unless told not to', async () => {
    write('packages.yml', list(''))
    expect((await btn('deps')).output).toContain('is not pinned, using HEAD (default branch)')
    expect(read('dbt_packages/tools/version.txt')).toBe('second')
    write('packages.yml', list('  warn-unpinned: false\n'))
    expect((await btn('deps')).output).not.toContain('warning')
    write('packages.yml', list('  revision: main\n'))
    expect((await btn('--warn-error deps')).exitCode).toBe(2)
  })

  it('may hold the package in a folder', async () => {
    write('packages.yml', list('  revision: main\n  subdirectory: sub\n  warn-unpinned: false\n'))
    expect(await linesOf('deps')).toContain('and subdirectory sub')
    expect(installed()).toEqual(['inner'])
    expect(read('package-lock.yml')).toContain('subdirectory: sub\n')
  })

  it.each([
    ['  revision: nowhere\n', 'git cannot get file://'],
    ['  revision: --upload-pack=touch\n', 'begins with a dash'],
    ['  subdirectory: ../..\n', 'leads out of the repository'],
    [`- git: file://x\n  revision: a\n- git: file://x.git\n  revision: b\n`, 'exactly one version'],
  ])('refuses %j', async (more, expected) => {
    write('packages.yml', list(more))
    const { output, exitCode } = await btn('deps')
    expect(output).toContain(expected)
    expect(exitCode).toBe(2)
  })

  it('keeps secrets of its address to itself', async () => {
    const secret = repository.slice(1)
    write(
      'packages.yml',
      `packages:\n- git: "file:///{{ env_var('DBT_ENV_SECRET_PLACE') }}"\n  revision: v1\n`,
    )
    const { output, exitCode } = await btn('deps', { DBT_ENV_SECRET_PLACE: secret })
    expect(exitCode).toBe(0)
    expect(output).toContain('Installing file:///*****')
    expect(output).not.toContain(secret)
    expect(read('package-lock.yml')).toContain("env_var('DBT_ENV_SECRET_PLACE')")
    expect(read('logs/dbt.log')).not.toContain(secret)
    expect((await btn('deps', { DBT_ENV_SECRET_PLACE: secret })).exitCode).toBe(0)
  })

  it('may be private: a provider says where it is', async () => {
    const url = `file://${repository}/../{repo}`
    const info = [{ org: 'acme', url, token: 'a_token', provider: 'github' }]
    write(
      'packages.yml',
      'packages:\n- private: acme/repository\n  provider: github\n  revision: v1\n',
    )
    const environment = { DBT_ENV_PRIVATE_GIT_PROVIDER_INFO: JSON.stringify(info) }
    const { output } = await btn('deps', environment)
    expect(output).toContain('package-private-unresolved')
  })
})

describe('an archive', () => {
  const list = (): string => `packages:\n- tarball: ${hub.url}tools.tar.gz\n  name: tools\n`

  it('is installed under the name in the list, with what it lists', async () => {
    hub.add(tools('1.0.0', { name: 'acme/inner', project: 'inner' }))
    hub.addArchive('tools.tar.gz', {
      'dbt_project.yml': 'name: anything\n',
      'packages.yml': 'packages: [{package: acme/inner, version: 1.0.0}]\n',
    })
    write('packages.yml', list())
    expect((await btn('deps')).exitCode).toBe(0)
    expect(installed()).toEqual(['inner', 'tools'])
    expect((await btn('deps --offline')).exitCode).toBe(0)
  })

  it.each([
    ['two folders', () => tar(['a/x', 'b/x']), 'package-archive-layout'],
    [
      'a path that leads out',
      () => tar(['a/dbt_project.yml', '../../out']),
      'package-archive-unsafe',
    ],
    ['an absolute path', () => tar(['a/dbt_project.yml', '/tmp/out']), 'package-archive-unsafe'],
    ['a link that leads out', () => tar(['a/dbt_project.yml'], 'a/link'), 'package-archive-unsafe'],
    ['no archive', () => Buffer.from('hello'), 'it is no .tar.gz'],
    ['nothing of a project', () => tar(['a/x']), 'it has no dbt_project.yml'],
  ])('with %s is refused, and nothing of it stays', async (_, bytes, expected) => {
    hub.addBytes('tools.tar.gz', bytes())
    write('packages.yml', list())
    const { output, exitCode } = await btn('deps')
    expect(output).toContain(expected)
    expect(exitCode).toBe(2)
    expect(existsSync(join(workspace.folder, 'dbt_packages'))).toBe(false)
  })
})

/** A .tar.gz made by hand, as no tool would make it. */
function tar(paths: readonly string[], link?: string): Buffer {
  const entries = paths.map((path) => entry(path, '0', ''))
  if (link !== undefined) entries.push(entry(link, '2', '../../../etc'))
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]))
}

function entry(path: string, type: string, target: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(path, 0)
  header.write('0000644\0', 100)
  header.write('00000000000\0', 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write(target, 157)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

describe('an address that has moved', () => {
  it.each(['../new/tools.tar.gz', '/new/tools.tar.gz'])('is followed to %s', async (to) => {
    hub.addArchive('new/tools.tar.gz', { 'dbt_project.yml': 'name: tools\n' })
    hub.move('old/tools.tar.gz', to)
    write('packages.yml', `packages: [{tarball: "${hub.url}old/tools.tar.gz", name: tools}]\n`)
    expect((await btn('deps')).exitCode).toBe(0)
    expect(installed()).toEqual(['tools'])
  })

  it('is given up when it leads to itself', async () => {
    hub.move('old/tools.tar.gz', '/old/tools.tar.gz')
    write('packages.yml', `packages: [{tarball: "${hub.url}old/tools.tar.gz", name: tools}]\n`)
    const { exitCode, output } = await btn('deps')
    expect({ exitCode, isNamed: output.includes('302') }).toEqual({ exitCode: 2, isNamed: true })
    expect(hub.requests.length).toBe(21)
  })
})

describe('a folder of the user', () => {
  it('is linked, so that changes count at once', async () => {
    write('tools/dbt_project.yml', 'name: tools\n')
    write('packages.yml', 'packages:\n- local: tools\n')
    expect(await linesOf('deps')).toContain('Installed from <local @ tools>')
    expect(lstatSync(join(workspace.folder, 'dbt_packages/tools')).isSymbolicLink()).toBe(true)
  })

  it('that is none is refused', async () => {
    write('packages.yml', 'packages:\n- local: nowhere\n')
    expect((await btn('deps')).output).toContain('there is no dbt_project.yml in nowhere')
  })
})

describe('the list', () => {
  beforeEach(() => {
    hub.add(tools('1.0.0'))
    hub.add({ name: 'acme/more', version: '0.1.0', project: 'more' })
  })

  it('may stand in dependencies.yml, without templates, or in project.yml', async () => {
    write(
      'dependencies.yml',
      'projects: [{name: other}]\npackages: [{package: acme/tools, version: 1.0.0}]\n',
    )
    expect((await btn('deps')).exitCode).toBe(0)
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    expect((await btn('deps')).output).toContain('package-file-both')
    for (const file of ['packages.yml', 'dependencies.yml', 'dbt_project.yml'])
      rmSync(join(workspace.folder, file))
    write('project.yml', 'name: shop\npackages: [{package: acme/tools, version: 1.0.0}]\n')
    expect((await btn('deps')).exitCode).toBe(0)
    expect(readdirSync(join(workspace.folder, 'btn_packages'))).toEqual(['tools'])
  })

  it('has no projects in packages.yml', async () => {
    write('packages.yml', 'projects: [{name: other}]\n')
    expect((await btn('deps')).output).toContain(
      "The 'projects' key cannot be specified in packages.yml",
    )
  })

  it('may be empty', async () => {
    expect(await linesOf('deps')).toEqual(['Warning: No packages were found in packages.yml'])
  })

  it('grows by --add-package, in dbt’s form, with its comments', async () => {
    write('packages.yml', '# ours\npackages:\n- package: acme/tools # why\n  version: 0.9.0\n')
    expect((await btn('deps --lock --add-package acme/more@0.1.0')).output).toContain(
      'Could not find',
    )
    expect((await btn('deps --lock --add-package acme/tools@1.0.0')).exitCode).toBe(0)
    expect(read('packages.yml')).toBe(
      '# ours\npackages:\n  - package: acme/more\n    version: 0.1.0\n  - package: acme/tools\n    version: 1.0.0\n',
    )
    expect(existsSync(join(workspace.folder, 'dbt_packages'))).toBe(false)
    expect((await btn('deps --add-package acme/more')).exitCode).toBe(2)
  })

  it('grows by folders and repositories, too', async () => {
    write('tools/dbt_project.yml', 'name: own\n')
    expect((await btn('deps --add-package tools --source local')).exitCode).toBe(0)
    expect(read('packages.yml')).toBe('packages:\n  - local: tools\n')
    expect((await btn('deps --lock --add-package file:///nowhere@v1 --source git')).exitCode).toBe(
      2,
    )
    expect(read('packages.yml')).toContain('  - git: file:///nowhere\n    revision: v1\n')
  })

  it.each([
    ['- package: ""\n  version: 1.0.0', 'A hub package is missing the value'],
    ['- git: ""', 'A git package is missing the value'],
    ['- local: ""', 'A local package is missing the value'],
    ['- package: tools\n  version: 1.0.0', 'was not found in the package index'],
    ['- package: acme/tools', 'is missing the version'],
    ['- tarball: x\n  version: y', 'The packages.yml file in this project is malformed'],
    ['- {}', 'an entry needs "package"'],
  ])('with the entry %j is refused', async (entry, expected) => {
    write('packages.yml', `packages:\n${entry}\n`)
    const { output, exitCode } = await btn('deps')
    expect(output).toContain(expected)
    expect(exitCode).toBe(2)
  })
})

describe('without installing', () => {
  it('a run says that packages are missing', async () => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    const { output, exitCode } = await btn('parse')
    expect(exitCode).not.toBe(0)
    expect(output).toContain('Run "btn deps" to install package dependencies.')
    await btn('deps')
    rmSync(join(workspace.folder, 'dbt_packages/tools'), { recursive: true })
    expect((await btn('parse')).output).toContain('not found: tools')
  })

  it('a failure leaves the packages of before', async () => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    await btn('deps')
    write(
      'packages.yml',
      'packages: [{package: acme/tools, version: 1.0.0}, {package: acme/none, version: 1.0.0}]\n',
    )
    expect((await btn('deps')).exitCode).toBe(2)
    expect(installed()).toEqual(['tools'])
  })

  it('packages that a kill left beside their place are found again', async () => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    write('models/m.sql', 'select {{ tools.one() }} as n')
    await btn('deps')
    await runLine('mv dbt_packages .dbt_packages.old; mkdir .dbt_packages.new-999999999', workspace)
    expect((await btn('parse')).exitCode).toBe(0)
    expect((await btn('deps --offline')).exitCode).toBe(0)
    expect(installed()).toEqual(['tools'])
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('.dbt'))).toEqual([])
  })

  it.each(['renameSync 1', 'renameSync 2', 'rmSync 1', 'rmSync 2', 'mkdirSync 1'])(
    'killed right before %s, it leaves a folder that works',
    async (moment) => {
      hub.add(tools('1.0.0'))
      hub.add(tools('2.0.0'))
      const list = (version: string) =>
        write('packages.yml', `packages: [{package: acme/tools, version: ${version}}]\n`)
      write('models/m.sql', 'select {{ tools.one() }} as n')
      list('1.0.0')
      await btn('deps')
      list('2.0.0')
      const hook = join(repository, 'packages/e2e/src/kill-at.cjs')
      const killed = await btn('deps', {
        BTN_KILL_AT: moment,
        NODE_OPTIONS: `--require=${hook}`,
      })
      expect(killed.exitCode).toBe(128 + 9)
      const compiled = await btn('compile --quiet --select m')
      expect(compiled.output).toMatch(/select [12] as n/)
      expect((await btn('deps')).exitCode).toBe(0)
      expect((await btn('compile --quiet --select m')).output).toContain('select 2 as n')
      expect(readdirSync(workspace.folder).filter((name) => name.startsWith('.dbt'))).toEqual([])
    },
  )
})

describe('a proxy', () => {
  let proxy: Proxy

  beforeEach(async () => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    proxy = new Proxy(hub.url)
    await proxy.start()
  })

  afterEach(() => proxy.close())

  it('is asked for addresses of http, with its password', async () => {
    const { exitCode, output } = await btn('deps', {
      BTN_PACKAGE_HUB_URL: 'http://hub.test/',
      HTTP_PROXY: `http://me:secret@${proxy.address}`,
      NO_PROXY: '127.0.0.1',
    })
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
    expect(installed()).toEqual(['tools'])
    const password = `Basic ${Buffer.from('me:secret').toString('base64')}`
    expect(proxy.requests).toContain(`GET http://hub.test/api/v1/acme/tools.json ${password}`)
  })

  it('is left out for the hosts of NO_PROXY', async () => {
    const { exitCode } = await btn('deps', {
      http_proxy: `http://${proxy.address}`,
      no_proxy: 'example.com,127.0.0.1',
    })
    expect(exitCode).toBe(0)
    expect(proxy.requests).toEqual([])
  })

  it('makes a tunnel for addresses of https', async () => {
    const { exitCode } = await btn('deps', {
      BTN_PACKAGE_HUB_URL: 'https://hub.test/',
      HTTPS_PROXY: `http://${proxy.address}`,
    })
    expect(exitCode).toBe(2)
    expect(proxy.requests).toContain('CONNECT hub.test:443')
  })
})

describe('a hub behind TLS and a proxy', () => {
  const certificate = createCertificate('hub.test')
  let front: Server
  let proxy: Proxy

  beforeEach(async () => {
    hub.add(tools('1.0.0'))
    write('packages.yml', 'packages: [{package: acme/tools, version: 1.0.0}]\n')
    write('ca.pem', certificate.cert)
    front = createServer({ ...certificate }, (request, response) => {
      get(new URL(request.url ?? '', hub.url), (answer) => {
        response.writeHead(answer.statusCode ?? 500)
        answer.pipe(response)
      })
    })
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
    // It listens on TCP: its address is no path.
    proxy = new Proxy(hub.url, (front.address() as AddressInfo).port)
    await proxy.start()
  })

  afterEach(() => {
    proxy.close()
    front.close()
    front.closeAllConnections()
  })

  const environment = () => ({
    BTN_PACKAGE_HUB_URL: 'https://hub.test/',
    HTTPS_PROXY: `http://me:secret@${proxy.address}`,
  })
  const tunnel = `CONNECT hub.test:443 Basic ${Buffer.from('me:secret').toString('base64')}`

  it('is reached in a tunnel, where its certificate is known', async () => {
    const { exitCode, output } = await btn('deps', {
      ...environment(),
      NODE_EXTRA_CA_CERTS: join(workspace.folder, 'ca.pem'),
    })
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
    expect(installed()).toEqual(['tools'])
    expect(new Set(proxy.requests)).toEqual(new Set([tunnel]))
    expect(hub.requests).toContain('/api/v1/acme/tools.json')
  })

  it('is not asked for anything where nobody vouches for it', async () => {
    const { exitCode, output } = await btn('deps', environment())
    expect(exitCode).toBe(2)
    expect(output).toContain('self-signed certificate')
    expect(output).not.toContain('secret')
    expect(proxy.requests).toContain(tunnel)
    expect(hub.requests).toEqual([])
  })

  it('is not taken for another host', async () => {
    const { exitCode, output } = await btn('deps', {
      ...environment(),
      BTN_PACKAGE_HUB_URL: 'https://other.test/',
      NODE_EXTRA_CA_CERTS: join(workspace.folder, 'ca.pem'),
    })
    expect(exitCode).toBe(2)
    expect(output).toContain("does not match certificate's altnames")
    expect(hub.requests).toEqual([])
  })
})
