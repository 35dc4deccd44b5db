import { expect, it } from 'vitest'
import { isObject } from '../types/json.ts'
import { readYaml } from '../yaml/index.ts'
import { readPackageList } from './read-list.ts'

function hashOf(text: string): string {
  const { value: document } = readYaml({ path: 'packages.yml', text }).value.root
    ? { value: readYaml({ path: 'packages.yml', text }).value }
    : { value: undefined }
  const { root, value, source } = document ?? {}
  if (root?.kind !== 'map' || !isObject(value) || !source) throw new Error('no mapping')
  const list = readPackageList({ source, root, value, rendered: value })
  expect(list.diagnostics).toEqual([])
  return list.value.hash
}

// What dbt 1.12 writes as sha1_hash for the same list.
it.each([
  ['package: a/b, version: "1.0.0"', 'fbe59819b389dd3c16eebc554e4ec5b3ce2924bc'],
  [
    'package: a/b, version: [">=1.0.0", 1.5], install_prerelease: true',
    'c02688b073eccb4775afe6b48e36c0c5b6d6c188',
  ],
  ['package: a/b, version: 1', '32bf9a4e1b867194889b8706b73ea8b611e74a77'],
  ['package: a/b, version: 1.0', 'bbcacd8a45bfe08b1b0e318c1c09cccb5c12fe57'],
  ['git: "https://x/y.git", revision: 1.0', '14ad9efd9ece9f3d4ac11f57d65216f0a9a6d1ed'],
  [
    'git: "https://x/y.git", revision: main, warn-unpinned: false, subdirectory: s',
    'a55a394786b2dcc89283697beb5c485b4ee897e2',
  ],
  ['git: "https://x/y.git"', 'f48a339deec875966716571e6eca5cf96910edd3'],
  ['local: é/x', '89e8bcc3b0c12d87662b075e55f1b551ca3ed53e'],
  ['tarball: u, name: n', '41fa7d963a864b7c370cc0b2befe281e843ba8bf'],
  ['private: o/r, provider: github, revision: v1', '26d10527e6e881a7d884851f12796994dad990b9'],
  ['package: a/b, version: "1.0.0", name: b', '9b1a0b5105662d5dab4cbc0fd12aa251a8ed42e8'],
])('hashes {%s} as dbt does', (entry, expected) => {
  expect(hashOf(`packages:\n  - {${entry}}\n`)).toBe(expected)
})

it('hashes a list whatever its order', () => {
  const [a, b] = ['  - local: a\n', '  - local: b\n']
  expect(hashOf(`packages:\n${a}${b}`)).toBe(hashOf(`packages:\n${b}${a}`))
})
