import { describe, expect, it } from 'vitest'
import { decode } from '../1-load/sources.ts'
import { parseDocs } from './parse-docs.ts'

function read(text: string) {
  const source = decode('words.md', new TextEncoder().encode(text)).value
  if (!source) throw new Error('no text')
  const { value, diagnostics } = parseDocs(source)
  const mistakes = diagnostics.map(({ code, span }) => `${code}@${span?.start}`)
  return { contents: value.map((it) => it.contents), mistakes }
}

// Each was tried with dbt.
describe('docs blocks', () => {
  it.each([
    [
      'a text',
      '{% docs a %} # T\n\nx {% enddocs %} no {% docs b %}y{% enddocs %}',
      ['# T\n\nx', 'y'],
    ],
    [
      'what is raw',
      '{% docs a %}{% raw %}{{ ref("a") }}{% endraw %}{% enddocs %}',
      ['{{ ref("a") }}'],
    ],
    ['remarks and unknown names', '{% docs a %}x{# y #}{{ z }}!{% enddocs %}', ['x!']],
    ['line breaks as written', '{% docs a %}x\r\ny{% enddocs %}', ['x\r\ny']],
    ['line breaks of a template', '{% docs a %}x\r\n{{ 1 }}\r\ny{% enddocs %}', ['x\n1\ny']],
  ])('%s', (_, text, contents) => {
    expect(read(text)).toEqual({ contents, mistakes: [] })
  })

  it('says where a template is wrong', () => {
    expect(read('{% docs a %}{{ ref("a") }}{% enddocs %}').mistakes).toEqual([
      'undefined-variable@15',
    ])
    expect(read('{% docs a %}{{ 1 + }}{% enddocs %}').mistakes).toEqual(['template-syntax@19'])
  })
})
