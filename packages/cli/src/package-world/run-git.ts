import { execFile } from 'node:child_process'
import { WorldError } from '@btn/core/packages'

const MAX_OUTPUT_BYTES = 1 << 26

/** Runs git without asking anybody anything that it would wait for. */
export function runGit(words: readonly string[], folder: string): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }
  const options = { cwd: folder, env, maxBuffer: MAX_OUTPUT_BYTES }
  return new Promise((resolve, reject) => {
    execFile('git', [...words], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const isMissing = 'code' in error && error.code === 'ENOENT'
      const message = lastLines(stderr) || error.message
      reject(new WorldError({ kind: isMissing ? 'git-missing' : 'git', message }, { cause: error }))
    })
  })
}

/** What git says went wrong, without its advice. */
function lastLines(text: string): string {
  const lines = text.split('\n').map((it) => it.trim())
  const faults = lines.filter((it) => /^(fatal|error|remote):/.test(it))
  return (faults.length > 0 ? faults : lines.filter(Boolean)).join('; ').replace(/^fatal: /, '')
}
