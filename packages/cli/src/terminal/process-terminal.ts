import { createInterface } from 'node:readline/promises'
import type { Stream, Terminal } from './terminal.ts'

/** The streams of this process. A reader that went away (`btn ls | head -1`) ends btn without a word. */
export function createProcessTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveWhenPipeIsClosed)
  return { out: toStream(process.stdout), err: toStream(process.stderr), ask }
}

function leaveWhenPipeIsClosed(problem: NodeJS.ErrnoException): void {
  if (problem.code === 'EPIPE') process.exit(0)
  throw problem
}

function toStream(stream: NodeJS.WriteStream): Stream {
  return {
    get isTty() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.isTTY ? stream.columns : undefined
    },
    write: (text) => void stream.write(text),
  }
}

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await reader.question(question)
  } finally {
    reader.close()
  }
}
