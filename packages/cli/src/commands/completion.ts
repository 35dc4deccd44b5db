import { command } from './command.ts'

export const completion = command({
  name: 'completion',
  summary: 'Print the completion script of a shell',
  argument: { name: 'shell', help: 'bash, zsh or fish', words: ['bash', 'zsh', 'fish'] },
  examples: [
    { line: 'btn completion bash >> ~/.bashrc', what: 'Bash' },
    { line: 'btn completion zsh > "${fpath[1]}/_btn"', what: 'Zsh' },
    { line: 'btn completion fish > ~/.config/fish/completions/btn.fish', what: 'fish' },
  ],
  options: {},
  run: async (call) => (await import('../completion/print-completion.ts')).printCompletion(call),
})
