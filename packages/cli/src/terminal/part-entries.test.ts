import { expect, it } from 'vitest'
import { partEntry } from './part-entries.ts'
import { scriptedNodes } from './scripted-run.ts'

const [node] = [...scriptedNodes.values()]
if (!node) throw new Error('the scripted run has no node')

const area = { overload: 'area_of_box', index: 1, total: 2 }

it('tells programs of an overload what dbt tells them', () => {
  expect(partEntry({ type: 'overload-started', node: node.id, ...area }, node)).toMatchObject({
    name: 'LogStartOverload',
    code: 'Q048',
    data: {
      description: `function ${node.name} overload area_of_box`,
      overload_index: 1,
      total_overloads: 2,
    },
  })
})

it('says in the data what is wrong with an overload', () => {
  const problem = 'Runtime Error\n  syntax error'
  const end = { status: 'error', problem, executionTime: 0.5, threadId: 'Thread-1' } as const
  const event = { type: 'overload-finished', node: node.id, ...area, ...end } as const
  expect(partEntry(event, node)).toMatchObject({
    name: 'LogOverloadResult',
    code: 'Q049',
    level: 'error',
    data: {
      description: `function ${node.name} overload area_of_box: ${problem}`,
      status: 'error',
      execution_time: 0.5,
    },
  })
})
