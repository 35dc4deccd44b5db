import { btnVersion, dbtVersion } from './version.ts'

const words = process.argv.slice(2)

// The version is asked for by scripts: answer without loading anything.
if (words.length === 1 && /^(--version|-v|-V)$/.test(words[0] ?? '')) {
  process.stdout.write(`btn ${btnVersion} (compatible with dbt ${dbtVersion})\n`)
} else {
  const { runProcess } = await import('./process.ts')
  await runProcess(words)
}
