/** What alerts ask of the outside world. Each throws where it does not come to a good end. */
export interface AlertWorld {
  post(request: AlertRequest): Promise<void>
  run(words: readonly string[], call: AlertCall): Promise<void>
  pause(ms: number): Promise<void>
}

export interface AlertRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface AlertCall {
  readonly input: string
  readonly environment: Readonly<Record<string, string>>
}

/** A sink refused, or could not be reached. `isFinal`: trying again would not help. */
export class SinkError extends Error {
  readonly isFinal: boolean

  constructor(message: string, isFinal: boolean) {
    super(message)
    this.name = 'SinkError'
    this.isFinal = isFinal
  }
}
