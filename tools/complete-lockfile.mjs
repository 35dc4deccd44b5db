#!/usr/bin/env node
// Adds what npm leaves out of package-lock.json: optional packages for platforms that the registry at hand does not have. Without them
// `npm ci` refuses the lockfile, and on those platforms programs come without their binaries. Run it after `npm install name`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const processors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x x64'.split(' ')

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = findMissing(lock).map(([name]) => name)
if (process.argv.includes('--check')) {
  if (missing.length > 0) {
    console.error(`package-lock.json lacks ${missing.join(', ')}: node tools/complete-lockfile.mjs`)
    process.exitCode = 1
  }
} else {
  writeFileSync(file, `${JSON.stringify(complete(lock), undefined, 2)}\n`)
  console.log(`${missing.length} packages added${missing.map((it) => `\n  ${it}`).join('')}`)
}

/** The optional packages that a lockfile asks for and does not describe: [name, version, who asks]. */
function findMissing({ packages }) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foldersFrom(owner).some((folder) => packages[folder + name]))
      .map(([name, version]) => [name, version, owner]),
  )
}

/** Adds them. What a package is for is told by its name; of what is in it nothing is known, so that there is no checksum. */
function complete(lock) {
  const packages = { ...lock.packages }
  for (const [name, version, owner] of findMissing(lock)) {
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: ${version} is no single version`)
    const { dev } = packages[owner]
    const { cpu, libc, os } = platformOf(name)
    // In the order in which npm writes it.
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev && { dev }),
      ...(libc && { libc: [libc] }),
      optional: true,
      os: [os],
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

/** `@swc/core-linux-arm-gnueabihf` is for Linux on ARM. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const found = (known) => words.filter((it) => known.includes(it))
  const [[os, ...others], [cpu, ...more]] = [found(systems), found(processors)]
  if (!os || !cpu || others.length + more.length > 0) throw new Error(`${name}: for what platform?`)
  const isTold = words.some((it) => /^(gnu|musl)/.test(it)) || name.startsWith('@duckdb/')
  const libc = words.some((it) => it.startsWith('musl')) ? 'musl' : 'glibc'
  return { cpu, os, ...(os === 'linux' && isTold && { libc }) }
}

/** Where Node looks for what a package asks for, from the innermost folder on. */
function foldersFrom(owner) {
  const parts = owner === '' ? [] : owner.split('/node_modules/')
  const inner = parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)
  return [...new Set([...inner.reverse().map((it) => `${it}node_modules/`), 'node_modules/'])]
}
