import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './workspace.ts'

const hasDocker = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0
const examples = readdirSync(join(repository, 'examples'))
const what = hasDocker ? 'in Docker' : 'in Docker (skipped: there is none here)'

it.each(examples)('%s has a Dockerfile', (name) => {
  expect(existsSync(join(repository, 'examples', name, 'Dockerfile'))).toBe(true)
})

describe.skipIf(!hasDocker)(what, { timeout: 900_000 }, () => {
  it.each(examples)('%s builds, and runs on its sample', (name) => {
    const image = `btn-example-${name}`
    const file = join('examples', name, 'Dockerfile')
    docker('build', '--quiet', '--file', file, '--tag', image, '.')
    expect(docker('run', '--rm', image)).toContain('Completed successfully')
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
