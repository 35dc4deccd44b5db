import { expect, it } from 'vitest'
import { profileFromTemplate, UnansweredError } from './profile-template.ts'

const template = {
  fixed: { type: 'duckdb', threads: 4 },
  prompts: {
    target: { hint: 'name of the target', default: 'dev' },
    path: { hint: 'file' },
    retries: { type: 'int', default: 1 },
    _choose_place: {
      here: { _fixed_schema: 'main' },
      there: { schema: { hint: 'its schema' } },
    },
  },
}

it('asks in order, and takes defaults', async () => {
  const asked: string[] = []
  const answers = ['', 'shop.duckdb', '3', '2', 'sales']
  const profile = await profileFromTemplate(template, async ({ key }) => {
    asked.push(key)
    return answers.shift()
  })
  expect(asked).toEqual(['target', 'path', 'retries', '_choose_place', 'schema'])
  expect(profile).toEqual({
    outputs: {
      dev: { path: 'shop.duckdb', retries: 3, schema: 'sales', threads: 4, type: 'duckdb' },
    },
    target: 'dev',
  })
})

it('says what nobody answers', async () => {
  const made = profileFromTemplate(template, async () => undefined)
  await expect(made).rejects.toEqual(new UnansweredError('path'))
})
