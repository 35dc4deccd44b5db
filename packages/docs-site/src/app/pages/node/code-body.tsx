import type { JSX } from 'preact'
import type { CodePage } from '../../../data/index.ts'
import { Code } from './code.tsx'
import { Columns } from './columns.tsx'
import { Arguments, Settings, usualParts } from './common.tsx'
import { Fact } from './details.tsx'
import { Frame } from './frame.tsx'
import { Lineage } from './lineage.tsx'
import { Neighbours } from './neighbours.tsx'
import { Runs } from './runs.tsx'

interface CodeBodyProps {
  readonly page: CodePage
  readonly section: string | undefined
}

/** Analyses, hooks, functions. */
export function CodeBody({ page, section }: CodeBodyProps): JSX.Element {
  return (
    <Frame
      page={page}
      facts={
        <Fact name="Returns">{page.returns !== undefined && <code>{page.returns}</code>}</Fact>
      }
      parts={usualParts(page)}
    >
      <Arguments list={page.arguments} />
      {page.columns.length > 0 && <Columns page={page} section={section} />}
      {page.hasCode && <Code id={page.id} />}
      <Lineage id={page.id} name={page.name} />
      <Neighbours page={page} />
      <Runs runs={page.runs} />
      <Settings page={page} />
    </Frame>
  )
}
