import type { Call, ExitCode } from '../commands/command.ts'
import type { DocsValues } from './docs.ts'

export async function serveDocs(_call: Call<DocsValues>): Promise<ExitCode> {
  return 2
}
