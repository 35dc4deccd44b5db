import { fullRefreshOption } from '../options/node.ts'
import { command } from './command.ts'

export const retry = command({
  name: 'retry',
  summary: 'Do again what the last command left undone',
  description:
    'Runs the last command again, with its options, for the nodes that failed or were skipped; of a microbatch model only the batches that failed. Variables and threads may be given anew.',
  examples: [
    { line: 'btn retry', what: 'after a build with failures' },
    { line: 'btn retry --threads 2', what: 'with fewer threads' },
    { line: 'btn retry --state earlier/target', what: 'of artifacts that were kept elsewhere' },
    { line: 'btn retry --warn-error', what: 'what warned, too' },
  ],
  options: { ...fullRefreshOption },
  run: async (call) => {
    const [{ retry: tryAgain }, { commands }] = await Promise.all([
      import('../retry/retry.ts'),
      import('./index.ts'),
    ])
    return tryAgain(call, commands)
  },
})
