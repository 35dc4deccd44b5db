import type { NodeId, RunResult, StepResult } from '../types/index.ts'
import type { Invocation } from './invocation.ts'

export const invocation: Invocation = {
  id: '00000000-0000-0000-0000-000000000001',
  startedAt: new Date('2024-01-01T00:00:00Z'),
  dbtVersion: '1.12.6',
  btnVersion: '0.1.0',
  btnBuild: 'x',
  args: { which: 'build', invocation_command: 'btn build' },
  quoting: { database: true, schema: true, identifier: true },
}

/** How a step ended that went well. */
export function resultOf(node: NodeId, change: Partial<StepResult> = {}): StepResult {
  return {
    node,
    status: 'success',
    message: 'OK',
    failures: undefined,
    rows: undefined,
    adapterResponse: { _message: 'OK' },
    timing: [
      {
        name: 'execute',
        startedAt: new Date('2024-01-01T00:00:01.250Z'),
        completedAt: new Date('2024-01-01T00:00:02Z'),
      },
    ],
    threadId: 'Thread-1',
    executionTime: 0.75,
    compiledCode: 'select 1',
    compiledPath: undefined,
    relationName: undefined,
    diagnostics: [],
    ...change,
  }
}

export const finished: RunResult = {
  results: [],
  startedAt: new Date('2024-01-01T00:00:00Z'),
  completedAt: new Date('2024-01-01T00:00:03.500Z'),
  isInterrupted: false,
}
