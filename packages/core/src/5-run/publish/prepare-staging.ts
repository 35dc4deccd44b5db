import { publicRelation } from '../../publish/index.ts'
import type { RunInput } from '../run-input.ts'
import type { NodeSession } from '../session.ts'

/** Files of a partition are to be the same to the byte: sums of floating-point numbers depend on the threads that add them. */
export async function prepareStaging(
  { staging }: Pick<RunInput, 'staging'>,
  session: NodeSession,
): Promise<void> {
  if (!staging) return
  for (const [id, node] of staging.nodes) {
    if (!node.partition) continue
    if (await session.relations.find(publicRelation(node))) staging.existing.add(id)
    if (node.isFile) await session.execute('set threads = 1')
  }
}
