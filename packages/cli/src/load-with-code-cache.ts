import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { getHeapCodeStatistics } from 'node:v8'
import { Script } from 'node:vm'
import { btnVersion } from './version.ts'

// This file runs bundled, as CommonJS.
declare const __dirname: string
/** Filled in by the build: tells one bundle from another. V8 itself compares only the lengths of sources. */
declare const BTN_BUILD: string

/** Bytes of what a command compiled besides its memo, from which on the memo is made anew. What fits one command leaves 0.2 MB to another. */
const MUCH = 500_000

/**
 * Loads a bundled file together with what V8 made of it the last time: half of the start-up is compiling. The memo is kept
 * beside the file or, where that cannot be written, in the user's cache folder. A memo that does not fit is made anew, and so is one
 * that lacks what this command needs: `btn --help` compiles little of what `btn run` does.
 */
export function loadWithCodeCache<T>(name: string): T {
  const file = join(__dirname, name)
  const memo = `${name}.${btnVersion}-${BTN_BUILD}-${process.versions.v8}-${process.arch}.cache`
  const folders = [
    __dirname,
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'btn'),
  ]
  const cachedData = findMemo(folders, memo)
  // The build leaves ASCII only, and this way of reading it is twenty times faster than decoding UTF-8.
  const script = new Script(wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(cachedData && { cachedData }),
  })
  const fits = cachedData !== undefined && script.cachedDataRejected !== true
  const before = compiledBytes()
  // At the end, when the functions that a command needs are compiled, beside those of the memo.
  process.on('exit', () => {
    if (!fits || compiledBytes() - before > MUCH) writeMemo(folders, memo, script)
  })
  const made = { exports: {} }
  script.runInThisContext()(made.exports, createRequire(file), made, file, __dirname)
  return made.exports as T
}

function compiledBytes(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size
}

function findMemo(folders: readonly string[], memo: string): Buffer | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, memo))
    } catch {
      // None here: not made yet, or made elsewhere.
    }
  }
  return undefined
}

function writeMemo(folders: readonly string[], memo: string, script: Script): void {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
      const path = join(folder, memo)
      writeFileSync(`${path}.${process.pid}`, script.createCachedData())
      renameSync(`${path}.${process.pid}`, path)
      return
    } catch {
      // A memo saves time and nothing else: where none can be kept, btn starts a little slower.
    }
  }
}
