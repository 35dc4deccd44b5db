import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { SinkError, type AlertCall, type AlertRequest, type AlertWorld } from '@btn/core/run'
import { ask } from '../network/ask.ts'

const TIMEOUT_MS = 10_000
const TOO_MANY_REQUESTS = 429

/** The network and the system's programs, for alerts. */
export const alertWorld: AlertWorld = {
  post,
  run,
  pause: (ms) => pause(ms),
}

/** Names no more of the address than its host: the rest is as good as a password. */
async function post({ url, headers, body }: AlertRequest): Promise<void> {
  const host = hostOf(url)
  const answer = await ask({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new SinkError(`${host} cannot be reached: ${reasonOf(error)}`, false)
  })
  if (answer.status >= 200 && answer.status < 300) return
  const isFinal = answer.status < 500 && answer.status !== TOO_MANY_REQUESTS
  throw new SinkError(`${host} answered ${answer.status}`, isFinal)
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    throw new SinkError('the address of the webhook is none', true)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}

/** One word is a line for the shell; several are a program and its arguments. */
function run(words: readonly string[], { input, environment }: AlertCall): Promise<void> {
  const [program = '', ...args] = words
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      shell: args.length === 0,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: TIMEOUT_MS,
    })
    let told = ''
    child.stderr.on('data', (data: Buffer) => (told += data.toString()))
    // A program that does not listen is none of ours.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (error) => reject(new SinkError(error.message, true)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new SinkError(`the command ended with ${code ?? signal}${toldBy(told)}`, false))
    })
  })
}

function toldBy(told: string): string {
  const [line = ''] = told.trim().split('\n')
  return line === '' ? '' : `: ${line}`
}
