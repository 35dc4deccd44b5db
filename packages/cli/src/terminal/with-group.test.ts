import type { Group, Node, NodeId } from '@btn/core'
import { expect, test } from 'vitest'
import { line } from './entry.ts'
import { withGroup } from './event-entries.ts'

const group: Group = {
  id: 'group.shop.sales',
  name: 'sales',
  packageName: 'shop',
  path: 'groups.yml',
  originalPath: 'models/groups.yml',
  owner: { name: 'Ann', email: ['ann@example.com', 'bob@example.com'] },
  description: '',
  config: {},
}

test('who answers for a node is told in texts', () => {
  const id = 'model.shop.orders' as NodeId
  const node = { id, kind: 'model', group: 'sales' } as Node
  const told = { nodes: new Map([[id, node]]), groups: new Map([[group.id, group]]) }
  const entry = line('RunResultError', 'Q035', 'x', { node_info: { unique_id: id } })
  expect(withGroup(entry, told).data?.['group']).toEqual({
    name: 'sales',
    owner: { name: 'Ann', email: "['ann@example.com', 'bob@example.com']" },
    package_name: 'shop',
  })
})
