import type { Call, ExitCode } from '../commands/command.ts'
import { withProject } from '../open-project.ts'

export function inferContract(call: Call): Promise<ExitCode> {
  return withProject(call, { which: 'contract', printsData: true }, () => Promise.resolve(0))
}
