import { setTimeout as sleep } from 'node:timers/promises'
import { WorldError } from '@btn/core/packages'
import { get } from '../network/ask.ts'

const ATTEMPTS = 5
const FIRST_PAUSE_MS = 200
const TIMEOUT_MS = 120_000

/** GET. A network that stutters and a server with troubles get more chances; a clear no does not. */
export async function fetchBytes(url: string): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(url)
    } catch (error) {
      const isLast = attempt === ATTEMPTS
      if (!(error instanceof WorldError) || isLast || !isWorthAnother(error)) throw error
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    }
  }
}

async function fetchOnce(url: string): Promise<Uint8Array> {
  try {
    const { status, statusText, body } = await get({
      url,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (status >= 200 && status < 300) return body
    const message = `${status} ${statusText}`.trim()
    throw new WorldError({ kind: 'status', status, message })
  } catch (error) {
    if (error instanceof WorldError) throw error
    throw new WorldError({ kind: 'network', message: describe(error) }, { cause: error })
  }
}

function isWorthAnother({ fault }: WorldError): boolean {
  if (fault.kind === 'status') return fault.status >= 500 || fault.status === 429
  return (
    fault.kind === 'network' && !/Invalid URL|unknown scheme|not implemented/i.test(fault.message)
  )
}

/** `fetch failed` says nothing; its cause does. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}
