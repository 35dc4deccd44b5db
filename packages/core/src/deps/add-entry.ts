import type { JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { editYamlList, stringifyYaml } from '../yaml/index.ts'

/** A package as `--add-package` names it. */
export interface NewPackage {
  readonly name: string
  readonly version: string | undefined
  readonly source: 'hub' | 'git' | 'local'
}

/** `name@version`; without a version where there is none or more than one `@`, as in an address for SSH. */
export function readNewPackage(text: string, source: NewPackage['source']): NewPackage {
  const [name = '', version, ...more] = text.split('@')
  return version === undefined || more.length > 0
    ? { name: text, version: undefined, source }
    : { name, version, source }
}

/** The list with the package at its end; entries that mean the same one are taken out. */
export function addEntry(
  text: string,
  added: NewPackage,
): { readonly text: string; readonly removed: readonly string[] } {
  const removed: string[] = []
  const changed = editYamlList(text, 'packages', {
    isRemoved: (entry) => {
      const isSame = isObject(entry) && means(entry, added.name)
      if (isSame) removed.push(describeEntry(entry))
      return isSame
    },
    added: toEntry(added),
  })
  return { text: changed, removed }
}

function toEntry({ name, version, source }: NewPackage): JsonObject {
  const key = source === 'hub' ? 'package' : source
  if (version === undefined || version === '') return { [key]: name }
  const value = version.includes(',') ? version.split(',') : version
  return { [key]: name, [source === 'git' ? 'revision' : 'version']: value }
}

/** Whether an entry's address ends in the name or holds it as a part; `-` and `_` are the same. */
function means(entry: JsonObject, name: string): boolean {
  const address = ['package', 'git', 'local', 'tarball', 'private']
    .map((key) => entry[key])
    .find((value) => typeof value === 'string')
  if (typeof address !== 'string') return false
  const short = name.slice(name.lastIndexOf('/') + 1)
  return [name, short].some((it) => isPart(plain(address), plain(it)))
}

function plain(text: string): string {
  return text.replaceAll('-', '_')
}

function isPart(address: string, name: string): boolean {
  const at = address.indexOf(name)
  if (at === -1 || name === '') return false
  const [before, after] = [address[at - 1], address[at + name.length]]
  return [before, after].every((char) => char === undefined || char === '/' || char === '.')
}

function describeEntry(entry: JsonObject): string {
  return stringifyYaml(entry, true).trim().replaceAll('\n', ', ')
}
