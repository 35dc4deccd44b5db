import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'

const USUAL_PORT = 8080
/** How many ports are tried where the user named none. */
const TRIES = 20

/** Listens at the port that is wanted; where none is, at the first that is free from 8080 on. Gives the port. */
export async function listen(
  server: Server,
  host: string,
  wanted: number | undefined,
): Promise<number> {
  for (let port = wanted ?? USUAL_PORT; ; port++) {
    const problem = await tryPort(server, host, port)
    if (!problem) return portOf(server.address())
    const isLast =
      wanted !== undefined || port - USUAL_PORT >= TRIES || problem.code !== 'EADDRINUSE'
    if (isLast) throw new DiagnosticError(toDiagnostic(problem, host, port))
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

function tryPort(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => resolve(error)
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      resolve(undefined)
    })
  })
}

function toDiagnostic({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  const problem =
    code === 'EADDRINUSE'
      ? 'another program listens there'
      : code === 'EACCES'
        ? 'this user may not listen there'
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? 'this machine has no such address'
          : message
  return diagnostic('docs-port-taken', { host, port, problem })
}
