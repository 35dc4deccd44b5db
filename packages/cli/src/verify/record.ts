import type { Adapter } from '@btn/adapter'
import { readArtifact, readDocuments, readNodes } from './read-artifacts.ts'
import { readRelations } from './read-relations.ts'
import type { Recording, RecordedStep } from './recording.ts'
import { runStep, type ToolRun } from './tool.ts'
import { isObject } from '../project.ts'

/** Runs the steps with one tool and writes down what it made. */
export async function record(
  run: ToolRun,
  adapter: Adapter,
  { lines, onStep }: { readonly lines: readonly string[]; onStep(step: RecordedStep): void },
): Promise<Recording> {
  const startedAt = new Date()
  const steps: RecordedStep[] = []
  const invocationIds: string[] = []
  for (const [at, line] of lines.entries()) {
    const step = await runStep(run, line, at + 1)
    invocationIds.push(...findInvocations(run))
    steps.push(step)
    onStep(step)
  }
  const manifest = readArtifact(run.scratch.targetFolder, 'manifest.json')
  const nodes = readNodes(manifest)
  const database = await adapter.open(run.scratch.credentials)
  try {
    const names = databasesOf(nodes, String(run.scratch.credentials.database))
    const marks = { invocationIds, startedAt, endedAt: new Date() }
    const disabled = manifest?.['disabled']
    return {
      tool: run.tool.name,
      steps,
      nodes,
      disabled: isObject(disabled) ? Object.keys(disabled).sort() : [],
      ...readDocuments(run.scratch.targetFolder),
      ...(await readRelations(database, names, marks)),
    }
  } finally {
    await database.close()
  }
}

function findInvocations({ scratch }: ToolRun): readonly string[] {
  return ['run_results.json', 'manifest.json'].flatMap((name) => {
    const metadata = readArtifact(scratch.targetFolder, name)?.['metadata']
    const id = isObject(metadata) ? metadata['invocation_id'] : undefined
    return typeof id === 'string' ? [id] : []
  })
}

/** The databases that the project's own nodes are in. */
function databasesOf(nodes: Recording['nodes'], main: string): readonly string[] {
  const others = Object.values(nodes).flatMap((node) => {
    const isBuilt = node['resource_type'] !== 'source' && typeof node['database'] === 'string'
    return isBuilt ? [String(node['database'])] : []
  })
  return [...new Set([main, ...others])]
}
