import type { JsonObject } from '../types/index.ts'
import { stringifyYaml } from '../yaml/index.ts'
import type { PinnedPackage } from './pinned-package.ts'

export interface LockContent {
  readonly pinned: readonly PinnedPackage[]
  /** dbt's hash of the list. */
  readonly hash: string
  /** sha256 of contents, by the project's name. */
  readonly contents: ReadonlyMap<string, string>
  readonly scrub: (text: string) => string
}

const INTRODUCTION =
  '# btn: what the packages above hold, as sha256; btn checks it whenever it installs them'
const CONTENT = /^# btn: (\S+) ([0-9a-f]{64})$/gm

/**
 * The text of `package-lock.yml`, letter by letter as dbt writes it. dbt refuses keys that it does not know, so the hashes of what
 * archives hold stand in comments below. Commits need none: they are hashes themselves.
 */
export function writeLock({ pinned, hash, contents, scrub }: LockContent): string {
  const entries = pinned.map((it) => indent(stringifyYaml([toEntry(it, scrub)], true)))
  const list = entries.length === 0 ? 'packages: []\n' : `packages:\n${entries.join('')}`
  const lines = [...contents].map(([name, sum]) => `# btn: ${name} ${sum}\n`)
  const comments = lines.length === 0 ? '' : `${INTRODUCTION}\n${lines.join('')}`
  return `${list}${stringifyYaml({ sha1_hash: hash }, true)}${comments}`
}

/** The hashes of contents in a lock's comments. */
export function readContents(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(CONTENT)].map(([, name = '', sum = '']) => [name, sum]))
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

function toEntry(pinned: PinnedPackage, scrub: LockContent['scrub']): JsonObject {
  const name = pinned.projectName
  if (pinned.kind === 'hub') return { package: pinned.package, version: pinned.version, name }
  if (pinned.kind === 'local') return { local: pinned.spec.path, name }
  if (pinned.kind === 'tarball') {
    return { tarball: scrub(String(pinned.spec.unrendered['tarball'] ?? pinned.spec.url)), name }
  }
  const { spec, kind, commit } = pinned
  return {
    [kind]: scrub(String(spec.unrendered[kind] ?? spec.address)),
    revision: commit,
    name,
    ...(spec.subdirectory !== undefined && { subdirectory: spec.subdirectory }),
    ...(spec.provider !== undefined && { provider: spec.provider }),
  }
}
