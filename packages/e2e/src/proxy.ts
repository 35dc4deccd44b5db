import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** A proxy on the loopback: passes requests on to one server, whatever host they name; tunnels lead to one port, or nowhere. */
export class Proxy {
  /** `GET http://…`, `CONNECT host:port`; with the password where one came. */
  readonly requests: string[] = []
  readonly #target: string
  readonly #server = createServer((request, response) => this.#pass(request, response))

  constructor(target: string, tunnelTo?: number) {
    this.#target = target
    this.#server.on('connect', (request, socket) => {
      const { 'proxy-authorization': password = '' } = request.headers
      this.requests.push(`CONNECT ${request.url} ${password}`.trim())
      if (tunnelTo === undefined) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
      else dig(socket, tunnelTo)
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get address(): string {
    // The server listens on TCP: its address is no path.
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { 'proxy-authorization': password = '' } = request.headers
    this.requests.push(`${request.method} ${request.url} ${password}`.trim())
    const { pathname } = new URL(request.url ?? '')
    get(new URL(pathname, this.#target), (answer) => {
      response.writeHead(answer.statusCode ?? 500)
      answer.pipe(response)
    })
  }
}

function dig(from: Duplex, port: number): void {
  const to = connect(port, '127.0.0.1', () => {
    from.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    from.pipe(to).pipe(from)
  })
  // Who is refused hangs up in the middle.
  to.on('error', () => from.destroy())
  from.on('error', () => to.destroy())
}
