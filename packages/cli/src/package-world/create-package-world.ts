import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isRunning, type PackageWorld } from '@btn/core/packages'
import { fetchBytes } from './fetch-bytes.ts'
import { runGit } from './run-git.ts'
import { unpack } from './unpack.ts'

/** The network, git and folders of this machine. */
export function createPackageWorld(): PackageWorld {
  return {
    fetch: fetchBytes,
    unpack,
    git: runGit,
    copyFolder: (from, to) => cpSync(from, to, { recursive: true, verbatimSymlinks: true }),
    linkFolder,
    moveFolder,
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    makeTemporaryFolder,
    isRunning,
    processId: process.pid,
  }
}

/** For everybody to read: what is made here is moved to where others work. */
function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'btn-packages-'))
  chmodSync(folder, 0o755)
  return folder
}

function linkFolder(folder: string, path: string): void {
  try {
    symlinkSync(folder, path, 'junction')
  } catch (error) {
    // Some systems, and some users of them, may make no links.
    if (!hasCode(error, 'EPERM') && !hasCode(error, 'ENOSYS')) throw error
    cpSync(folder, path, { recursive: true })
  }
}

/** Temporary folders are often on another disk, where nothing can be renamed to. */
function moveFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error
    const beside = `${to}.${process.pid}`
    cpSync(from, beside, { recursive: true, verbatimSymlinks: true })
    renameSync(beside, to)
    rmSync(from, { recursive: true, force: true })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
