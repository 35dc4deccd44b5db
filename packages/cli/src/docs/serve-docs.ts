import { randomUUID } from 'node:crypto'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Call, ExitCode } from '../commands/command.ts'
import { followSignal, listenForInterrupt } from '../interrupt.ts'
import { createOutput } from '../terminal/create-output.ts'
import { line } from '../terminal/entry.ts'
import type { Output } from '../terminal/output.ts'
import { stopEntries } from '../terminal/stop-entries.ts'
import type { DocsValues } from './docs.ts'
import { Generation, generateWords, type Generated } from './serve/generation.ts'
import { findPlaces, type Places } from './serve/find-places.ts'
import { listen } from './serve/listen.ts'
import { openBrowser } from './serve/open-browser.ts'
import { Stamps } from './serve/stamps.ts'
import { createSiteServer, isLoopback, type SiteServer } from './serve/static-server.ts'

/** Changes that come together are one. */
const SETTLE_MS = 150

/** `btn docs serve`: the site in the browser, made anew whenever the project or what runs leave behind changes. */
export async function serveDocs(call: Call<DocsValues>): Promise<ExitCode> {
  const { options, session } = call
  const output = createOutput(options, { session, invocationId: randomUUID(), printsData: false })
  try {
    if (options.static) {
      const params = { command: 'docs serve --static', reason: 'what is served is a folder' }
      throw new DiagnosticError(diagnostic('command-not-supported', params))
    }
    return await serve(call, output)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    output.tell(...stopEntries(error.diagnostics))
    return 2
  }
}

async function serve(call: Call<DocsValues>, output: Output): Promise<ExitCode> {
  const { options, session } = call
  const places = findPlaces(call)
  const host = options.host ?? '127.0.0.1'
  const site = createSiteServer({ folder: places.output, hosts: [host] })
  const port = await listen(site.server, host, options.port)
  const url = `http://${isLoopback(host) ? 'localhost' : host}:${port}`
  output.tell(line('ServingDocsPort', 'Z018', `Serving docs at ${url}`, { address: host, port }))
  output.tell(line('ServingDocsExitInfo', 'Z020', 'Press Ctrl+C to exit.'))
  const isSeen = (options.browser ?? true) && session.terminal.out.isTty
  if (isSeen) openBrowser(url)
  const stamps = new Stamps(places.targetFolder)
  const generation = new Generation({
    words: generateWords(session.words, places.root === undefined),
    folder: session.workingDirectory,
    onEnd: (generated) => {
      stamps.take()
      tellGenerated(generated, site, output)
    },
  })
  const watching = await watch(places, output, (path) => {
    const isOwn = stamps.has(path) && (generation.isBusy || !stamps.isNew(path))
    if (!isOwn) generation.want()
  })
  generation.want()
  await interrupted(call)
  generation.close()
  site.close()
  await watching.close()
  output.tell(line('ServingDocsStopped', 'W012', 'The server was stopped.'))
  return 0
}

/** Calls back when things have settled after a change. */
async function watch(places: Places, output: Output, onChange: (path: string) => void) {
  const { watchFiles } = await import('./watch-files.ts')
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tellAll = (): void => {
    const paths = [...changed]
    changed.clear()
    for (const path of paths) onChange(path)
  }
  const onProblem = (problem: string): void =>
    output.tell({
      ...line('DocsWatchProblem', 'W013', `Changes may go unnoticed: ${problem}`),
      level: 'warn',
    })
  const watching = watchFiles(
    places,
    (path) => {
      changed.add(path)
      clearTimeout(timer)
      timer = setTimeout(tellAll, SETTLE_MS)
    },
    onProblem,
  )
  return {
    close: () => {
      clearTimeout(timer)
      return watching.close()
    },
  }
}

function tellGenerated(
  { isMade, text, seconds }: Generated,
  site: SiteServer,
  output: Output,
): void {
  if (isMade) {
    site.tell('made')
    output.tell(line('DocsSiteWritten', 'W010', `The site was made in ${seconds.toFixed(1)} s`))
    return
  }
  site.tell('problem', text)
  output.tell({ ...line('DocsSiteFailed', 'W014', text), level: 'error' })
}

function interrupted({ session }: Call): Promise<void> {
  return new Promise((resolve) => {
    const { caller } = session
    const interrupt = caller
      ? followSignal(caller.signal, () => resolve())
      : listenForInterrupt(() => resolve())
    if (interrupt.signal.aborted) resolve()
  })
}
