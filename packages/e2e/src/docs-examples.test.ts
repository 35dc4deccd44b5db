import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from './golden.ts'
import { repository } from './workspace.ts'

// A page shows parts of fixtures, which the transcripts run, or of the examples: `<!-- shown: publish/audited/models/totals.sql -->` stands
// before the block.

const docs = join(repository, 'docs')
const marked = /<!-- shown: (\S+) -->\n+```\w*\n([\s\S]*?)```/g

interface Example {
  readonly page: string
  readonly file: string
  readonly text: string
}

const examples: readonly Example[] = readdirSync(docs)
  .filter((it) => it.endsWith('.md'))
  .flatMap((page) =>
    [...readFileSync(join(docs, page), 'utf8').matchAll(marked)].map(
      ([, file = '', text = '']): Example => ({ page, file, text }),
    ),
  )

it('some pages have examples', () => expect(examples.length).toBeGreaterThan(0))

it.each(examples)('$page shows what $file has', ({ file, text }) => {
  const found = readFileSync(
    join(file.startsWith('examples/') ? repository : fixtures, file),
    'utf8',
  )
  expect(found).toContain(text.trim())
})
