import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ColumnInfo } from '../../../data/index.ts'
import { Empty } from '../../parts/empty.tsx'
import { Section } from '../../parts/section.tsx'
import { ColumnRow } from './column-row.tsx'

interface ColumnsProps {
  readonly page: {
    readonly kind: string
    readonly columns: readonly ColumnInfo[]
    readonly primaryKey?: readonly string[]
  }
  readonly section: string | undefined
}

const PREFIX = 'columns/'

/** The columns, each of which unfolds. The one that the address names is open. */
export function Columns({ page, section }: ColumnsProps): JSX.Element {
  const named = section?.startsWith(PREFIX) ? section.slice(PREFIX.length) : undefined
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(named === undefined ? [] : [named]),
  )
  useEffect(() => {
    if (named !== undefined) setOpen((before) => new Set([...before, named]))
  }, [named])
  const toggle = (name: string): void => {
    const next = new Set(open)
    if (!next.delete(name)) next.add(name)
    setOpen(next)
  }
  const { columns } = page
  const hasTypes = columns.some(({ type }) => type !== undefined)
  const isAllOpen = columns.every((it) => open.has(it.name))
  return (
    <Section
      id="columns"
      title="Columns"
      count={columns.length}
      tools={
        columns.length > 0 && (
          <button
            type="button"
            class="section-tool"
            onClick={() => setOpen(new Set(isAllOpen ? [] : columns.map((it) => it.name)))}
          >
            {isAllOpen ? 'Fold all' : 'Unfold all'}
          </button>
        )
      }
    >
      {columns.length === 0 ? (
        <NoColumns />
      ) : (
        <div class="scroll-x">
          <table class="columns">
            <thead>
              <tr>
                <th scope="col">Column</th>
                {hasTypes && <th scope="col">Type</th>}
                <th scope="col">Description</th>
                <th scope="col">Tests</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((it) => (
                <ColumnRow
                  key={it.name}
                  column={it}
                  hasTypes={hasTypes}
                  isKey={page.primaryKey?.includes(it.name) ?? false}
                  isOpen={open.has(it.name)}
                  isNamed={it.name === named}
                  onToggle={() => toggle(it.name)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function NoColumns(): JSX.Element {
  return (
    <Empty
      todo={
        <>
          Build it and run <code>btn docs generate</code>, or list <code>columns:</code> in a YAML
          file.
        </>
      }
    >
      The columns are not known.
    </Empty>
  )
}
