import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../data/index.ts'
import { makeSingle, makeSite, type Files } from '../test-support/make-site.ts'
import { smallProject } from '../test-support/small-project.ts'

const hostile = [
  '<script>window.__xss=1</script>',
  '"><img src=x onerror="window.__xss=1">',
  "</script><script>window.__xss=1//'",
  '<!-- <script> \u2028 window.__xss=1 \u2029',
  '[x](javascript:window.__xss=1) ![x](javascript:window.__xss=1) <javascript:window.__xss=1>',
].join(' ')

/** Words that decide how an artifact is read, and addresses of nodes: everything else becomes hostile, keys of columns and settings too. */
const kept = new Set([
  ...['resource_type', 'unique_id', 'dbt_schema_version', 'status', 'how', 'depends_on', 'node'],
  ...[
    'parent_map',
    'which',
    'attached_node',
    'index',
    'completed_at',
    'generated_at',
    'materialized',
  ],
])

function poison(value: Json, key = ''): Json {
  if (kept.has(key)) return value
  if (typeof value === 'string') return `${value}${hostile}`
  if (Array.isArray(value)) return value.map((it: Json) => poison(it, key))
  if (typeof value !== 'object' || value === null) return value
  const isById = ['nodes', 'sources', 'macros', 'exposures', 'docs', 'groups'].includes(key)
  const entries = Object.entries(value).map(
    ([name, it]) =>
      [key === 'columns' && !isById ? name + hostile : name, poison(it, name)] as const,
  )
  return Object.fromEntries(entries)
}

const files: Files = Object.fromEntries(
  Object.entries(smallProject).map(([name, json]) => [name, poison(json) as JsonObject]),
)
const site = makeSite(files)

/** Every text that pages may set as HTML: those of `Html` fields. */
function htmlIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'description' || key === 'overview' ? [value] : []
  if (Array.isArray(value)) return value.flatMap((it) => htmlIn(it, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, it]) => htmlIn(it, name))
}

const keys = ['site', 'nodes/0', 'health', 'pii'] as const

describe('hostile words in every field', () => {
  it('reach the data', () => {
    expect(JSON.stringify(site.data('nodes/0'))).toContain('window.__xss')
  })

  it.each(keys)('make no elements in %s', (key) => {
    const html = htmlIn(site.data(key)).join('\n')
    expect(html).not.toMatch(/<script|<img[^>]*onerror|<[a-z][^>]*javascript:/i)
    const elements = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((it) => it[1]))
    expect([...elements].filter((it) => !allowed.has(it ?? ''))).toEqual([])
  })

  it('leave no line ends of old scripts in data files', () => {
    for (const [path, text] of site.files) {
      if (path.startsWith('data/')) expect(text.trimEnd()).not.toMatch(/[\u2028\u2029\n]/)
    }
  })

  it('end no element of a single file', () => {
    const html = makeSingle(files)
    expect([...html.matchAll(/<script/gi)].length).toBe([...html.matchAll(/<\/script>/gi)].length)
    expect(html).not.toMatch(/<script>window|<img|<!-- <script/)
  })

  it('lead nowhere from the title of the page', () => {
    expect(site.files.get('index.html')).toContain('<title>shop&lt;script&gt;')
  })
})

const allowed = new Set(['p', 'h1', 'a', 'img', 'strong', 'em', 'code', 'pre', 'ul', 'li', 'br'])
