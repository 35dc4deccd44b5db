import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const helper = fileURLToPath(new URL('measure.py', import.meta.url))
const outputLimit = 1 << 28

/**
 * @typedef {object} Sample
 * @property {number} wall  seconds
 * @property {number} cpu  seconds, user and system, children included
 * @property {number} rssMib  the largest resident size of any one process
 */

/**
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} [place]
 */
export function run(command, { cwd, env } = {}) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: outputLimit }
  const done = spawnSync(command[0], command.slice(1), { ...options, encoding: 'utf8' })
  if (done.error) throw done.error
  return done
}

/**
 * Runs a command that has to succeed.
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} [place]
 */
export function runOrThrow(command, place) {
  const done = run(command, place)
  if (done.status !== 0) throw new CommandFailed(command, done.stdout + done.stderr)
  return done.stdout
}

/**
 * Runs a command and says what it cost.
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} place
 * @returns {Sample}
 */
export function measure(command, place) {
  const done = run(['python3', helper, ...command], place)
  if (done.status !== 0) throw new CommandFailed(command, done.stderr)
  const { exit, ...sample } = JSON.parse(done.stdout)
  if (exit !== 0) throw new CommandFailed(command, done.stderr)
  return sample
}

export class CommandFailed extends Error {
  /**
   * @param {readonly string[]} command
   * @param {string} output
   */
  constructor(command, output) {
    super(`${command.join(' ')} failed:\n${output.trim().split('\n').slice(-15).join('\n')}`)
  }
}
