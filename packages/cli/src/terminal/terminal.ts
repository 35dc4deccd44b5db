/** Where output goes. */
export interface Stream {
  readonly isTty: boolean
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined
  write(text: string): void
}

/** The three streams of a process, as far as btn uses them. */
export interface Terminal {
  readonly out: Stream
  readonly err: Stream
  /** Asks a question and reads one line; undefined when nobody can answer. */
  ask(question: string): Promise<string | undefined>
}
