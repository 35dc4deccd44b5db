import { isMicrobatch } from '../../config/microbatch.ts'
import type { Model } from '../../types/index.ts'
import { firstBatch, nodeOfBatch } from '../microbatch/batch.ts'
import type { Attempted } from './checker.ts'

/** A microbatch model is looked at as its first batch has it. */
export function attemptedAs(node: Model): Attempted {
  if (!isMicrobatch(node.config)) return { node }
  const batch = firstBatch(node.config)
  return { node: nodeOfBatch(node, batch, { isFirst: true, isLast: true }), batch }
}
