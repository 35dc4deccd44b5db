import { Dict } from '@btn/jinja'
import { expect, it } from 'vitest'
import type { Node } from '../types/index.ts'
import { LiveSettings } from './live-settings.ts'

const node = { id: 'model.shop.sales' } as Node

it('gives the same dict each time, and notes what became of it', () => {
  const settings = new LiveSettings()
  const json = { header: true, rate: { $float: '1.0' } }
  const options = settings.find(node, 'options', json)
  expect(settings.find(node, 'options', json)).toBe(options)
  expect(settings.changes().size).toBe(0)
  if (options instanceof Dict) options.set('format', 'csv')
  expect(settings.changes().get(node.id)).toEqual({
    options: { header: true, rate: 1, format: 'csv' },
  })
})

it('a setting that is another for a batch begins anew', () => {
  const settings = new LiveSettings()
  const hooks = settings.find(node, 'pre-hook', ['select 1'])
  expect(settings.find(node, 'pre-hook', [])).not.toBe(hooks)
  expect(settings.find(node, 'alias', 'orders')).toBe('orders')
})
