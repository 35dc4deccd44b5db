import { setTimeout } from 'node:timers/promises'
import type { OpenUrl } from '@btn/adapter'
import { fail } from './problems.ts'
import { BlockWriter, SpoolError } from './spool.ts'

const ATTEMPTS = 3
/** Answers that may be another one a moment later. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
/** Names of parameters whose values are nobody's business. */
const SECRET = /sig|token|key|secret|password|credential|auth/i

export function isAddress(pattern: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(pattern)
}

/** An address as it may be shown and kept: without names, passwords and signatures. */
export function showAddress(address: string): {
  readonly shownPath: string
  readonly name: string
} {
  const url = parse(address)
  const name = decodeURIComponent(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))
  url.username = url.password = url.hash = ''
  for (const key of [...url.searchParams.keys()]) {
    if (SECRET.test(key)) url.searchParams.set(key, '***')
  }
  return { shownPath: url.href, name }
}

/** Brings what lies at an address into a file. What may pass is tried again. */
export async function download(
  address: string,
  path: string,
  openUrl: OpenUrl = openDirectly,
): Promise<void> {
  const { shownPath } = showAddress(address)
  for (let attempt = 1; ; attempt++) {
    const problem = await tryDownload(parse(address), path, openUrl)
    if (problem === undefined) return
    if (!problem.mayPass || attempt === ATTEMPTS) {
      throw fail('load-url-failed', { url: shownPath, problem: problem.text })
    }
    await setTimeout(500 * 4 ** (attempt - 1))
  }
}

interface Problem {
  readonly text: string
  readonly mayPass: boolean
}

async function tryDownload(url: URL, path: string, openUrl: OpenUrl): Promise<Problem | undefined> {
  const writer = new BlockWriter(path)
  try {
    const { status, statusText, body } = await openUrl(withoutUser(url), headersOf(url))
    const isGood = status >= 200 && status < 300
    for await (const chunk of body) {
      // Leaving the loop lets go of the rest.
      if (!isGood) break
      writer.write(chunk)
    }
    if (isGood) return undefined
    return { text: `the server says ${status} ${statusText}`, mayPass: PASSING.has(status) }
  } catch (error) {
    if (error instanceof SpoolError || !(error instanceof Error)) throw error
    // fetch hides what happened to the connection in the cause.
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    return { text: reason, mayPass: true }
  } finally {
    writer.close()
  }
}

const openDirectly: OpenUrl = async (url, headers) => {
  const { status, statusText, body } = await fetch(url, { headers })
  return { status, statusText, body: body ?? [] }
}

function parse(address: string): URL {
  if (!URL.canParse(address)) throw notLoaded(address, 'this is no address')
  const url = new URL(address)
  if (url.protocol === 'http:' || url.protocol === 'https:') return url
  throw notLoaded(`${url.protocol}//`, 'only http and https addresses are loaded')
}

function notLoaded(url: string, problem: string): Error {
  return fail('load-url-failed', { url, problem })
}

/** fetch takes no names and passwords within an address. */
function withoutUser(url: URL): string {
  const bare = new URL(url)
  bare.username = bare.password = ''
  return bare.href
}

function headersOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {}
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(user).toString('base64')}` }
}
