import { expect, it } from 'vitest'
import { addressOfPrivate } from './private-address.ts'

const info = (url: string, provider: string, org = 'acme'): string =>
  JSON.stringify([{ org, url, token: 't0ken', provider }])

// What dbt makes of the same names.
it.each([
  ['acme/tools', undefined, undefined, 'git@github.com:acme/tools.git'],
  ['acme/tools', 'gitlab', '[]', 'git@gitlab.com:acme/tools.git'],
  ['acme/team/tools', 'ado', undefined, 'git@ssh.dev.azure.com:v3/acme/team/tools'],
  [
    'acme/tools',
    undefined,
    info('https://{token}@github.com/acme/{repo}.git', 'github'),
    'https://t0ken@github.com/acme/tools.git',
  ],
  [
    'acme/a/b/tools',
    'gitlab',
    info('https://{token}@gitlab.com/acme/{group}/{repo}.git', 'gitlab'),
    'https://t0ken@gitlab.com/acme/a/b/tools.git',
  ],
  [
    'acme/tools',
    'azure_devops',
    info('https://{token}@dev.azure.com/acme/team/_git/{repo}', 'azure_active_directory'),
    'https://t0ken@dev.azure.com/acme/team/_git/tools',
  ],
])('%s of %s', (name, provider, providerInfo, expected) => {
  expect(addressOfPrivate(name, provider, providerInfo).url).toBe(expected)
})

it.each([
  ['acme/tools', 'ado', undefined, 'needs organization/project/repository'],
  ['acme/tools', 'nobody', undefined, 'the provider "nobody" is none of'],
  ['acme/tools', undefined, 'x', 'is no JSON'],
  ['acme/tools', undefined, info('https://x/other/{repo}', 'github', 'other'), 'no entry of'],
  ['acme/tools', 'gitlab', info('https://x/acme/{repo}', 'github'), 'no entry of'],
])('%s of %s is refused', (name, provider, providerInfo, problem) => {
  expect(() => addressOfPrivate(name, provider, providerInfo)).toThrow(problem)
})
