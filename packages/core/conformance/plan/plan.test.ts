import { describe, expect, it } from 'vitest'
import { createPlan } from '../../src/4-plan/index.ts'
import type { Command, Json, Plan } from '../../src/types/index.ts'
import { isObject } from '../../src/types/json.ts'
import { parseLine } from './parse-line.ts'
import { readExpected, toManifest } from './read-manifest.ts'

const manifest = toManifest(readExpected('manifest.json'))

describe('what dbt runs, in which order', () => {
  for (const [line, expected] of Object.entries(readExpected('planned.json'))) {
    it(line, () => {
      const { words, selection } = parseLine(line)
      const command = words[0] as Command
      const plan = createPlan(manifest, selection, { command })
      const steps = plan.value.steps.filter((step) => !isEphemeral(step.node))
      expect(steps.map((step) => step.node)).toEqual(read(expected, 'order'))
      const pairs = waits(plan.value).filter((pair) => !pair.some(isEphemeral))
      expect(pairs).toEqual(read(expected, 'pairs'))
    })
  }
})

function isEphemeral(id: string): boolean {
  return id === 'model.rich.stg_orders'
}

function read(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) ? json[key] : undefined
}

/** Who waits for whom, in all pairs. */
function waits(plan: Plan): string[][] {
  const above = new Map<string, Set<string>>()
  for (const { node, after } of plan.steps) {
    above.set(node, new Set(after.flatMap((id) => [id, ...(above.get(id) ?? [])])))
  }
  const pairs = [...above].flatMap(([node, ids]) => [...ids].map((id) => [id, node]))
  return pairs.sort(([a = '', b = ''], [c = '', d = '']) =>
    a < c ? -1 : a > c ? 1 : b < d ? -1 : 1,
  )
}
