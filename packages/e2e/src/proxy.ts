import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy on the loopback: passes requests on to one server, whatever host they name, and lets no tunnel through. */
export class Proxy {
  /** `GET http://…`, `CONNECT host:port`; with the password where one came. */
  readonly requests: string[] = []
  readonly #target: string
  readonly #server = createServer((request, response) => this.#pass(request, response))

  constructor(target: string) {
    this.#target = target
    this.#server.on('connect', (request, socket) => {
      this.requests.push(`CONNECT ${request.url}`)
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
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
