import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './workspace.ts'

const hasDocker = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0
/** Each with its folder; the project at the root is one of them. */
const projects = [
  ['bakuten', '.'],
  ...readdirSync(join(repository, 'examples')).map(
    (name) => [name, join('examples', name)] as const,
  ),
] as const
const what = hasDocker ? 'in Docker' : 'in Docker (skipped: there is none here)'

it.each(projects)('%s has a Dockerfile', (_, folder) => {
  expect(existsSync(join(repository, folder, 'Dockerfile'))).toBe(true)
})

describe.skipIf(!hasDocker)(what, { timeout: 900_000 }, () => {
  it.each(projects)('%s builds, and runs on its sample', (name, folder) => {
    const image = `btn-example-${name}`
    docker('build', '--quiet', '--file', join(folder, 'Dockerfile'), '--tag', image, '.')
    const key = ['--env', `BTN_PII_KEY=${'5'.repeat(64)}`]
    expect(docker('run', '--rm', ...key, image)).toContain('Completed successfully')
  })
})

function docker(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('docker', args, {
    cwd: repository,
    encoding: 'utf8',
  })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}
