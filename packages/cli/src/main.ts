import { setFlagsFromString } from 'node:v8'
import { loadWithCodeCache } from './load-with-code-cache.ts'
import { btnVersion, dbtVersion } from './version.ts'

// The thread pool carries the queries, and is made on first use: say how large before anything uses it.
process.env['UV_THREADPOOL_SIZE'] ??= '16'

const words = process.argv.slice(2)

// The version is asked for by scripts: answer without loading anything.
if (words.length === 1 && /^(--version|-v|-V)$/.test(words[0] ?? '')) {
  process.stdout.write(`btn ${btnVersion} (compatible with dbt ${dbtVersion})\n`)
} else {
  // A command lives for less than a second: V8 optimizes later than it would for a server. Saves a quarter of the time; loops that
  // stay hot are optimized all the same.
  setFlagsFromString('--interrupt-budget=1000000')
  // What a command reads of the cache lives as long as the command: make room for it at once, not by collecting again and again.
  setFlagsFromString('--semi-space-growth-factor=32')
  // Nor mark step by step what is still used: the marking begins when a command is nearly done, and the process waits for its end.
  setFlagsFromString('--no-incremental-marking')
  const { runProcess } = loadWithCodeCache<typeof import('./process.ts')>('process.cjs')
  void runProcess(words)
}
