import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Code as CodeOfPage } from '../../../data/index.ts'
import { loadCode } from '../../../load/load-data.ts'
import { Await } from '../../data/await.tsx'
import { useSite } from '../../data/site.ts'
import { useData } from '../../data/use-data.ts'
import { CodeView } from '../../parts/code-view.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Section } from '../../parts/section.tsx'

interface CodeProps {
  readonly id: string
  /** What it is called, where that is not its language. */
  readonly title?: string
}

const LANGUAGES = { sql: 'SQL', python: 'Python', jinja: 'Template', yaml: 'YAML', json: 'JSON' }

/** The text as somebody wrote it, and as the database got it. */
export function Code({ id, title }: CodeProps): JSX.Element {
  const { chunks } = useSite()
  const code = useData(`code of ${id}`, () => loadCode(id, chunks.pages))
  return (
    <Await data={code} what="The SQL">
      {(it) =>
        it === undefined ? null : <Texts code={it} title={title ?? LANGUAGES[it.language]} />
      }
    </Await>
  )
}

function Texts({
  code,
  title,
}: {
  readonly code: CodeOfPage
  readonly title: string
}): JSX.Element {
  const [way, setWay] = useState<'raw' | 'compiled'>(code.raw === undefined ? 'compiled' : 'raw')
  const text = code[way]
  const both = code.raw !== undefined && code.compiled !== undefined
  const label = way === 'raw' ? `${title} as written` : `${title} as compiled`
  return (
    <Section
      id="sql"
      title={title}
      tools={
        <>
          {both && (
            <span class="switch" role="group" aria-label="Which text">
              <Choice words="As written" isOn={way === 'raw'} onChoose={() => setWay('raw')} />
              <Choice
                words="As compiled"
                isOn={way === 'compiled'}
                onChoose={() => setWay('compiled')}
              />
            </span>
          )}
          {text !== undefined && <CopyButton text={text.text} what={label} />}
        </>
      }
    >
      {text !== undefined && <CodeView code={text} label={label} />}
    </Section>
  )
}

interface ChoiceProps {
  readonly words: string
  readonly isOn: boolean
  readonly onChoose: () => void
}

function Choice({ words, isOn, onChoose }: ChoiceProps): JSX.Element {
  return (
    <button type="button" aria-pressed={isOn} onClick={onChoose}>
      {words}
    </button>
  )
}
