import type { JSX } from 'preact'
import type { ConstraintInfo, TablePage } from '../../../data/index.ts'
import { NodeLink } from '../../parts/node-link.tsx'
import { Section } from '../../parts/section.tsx'
import { Fact } from './details.tsx'

/** What holds for the rows: contract, constraints, and keys to and from others. */
export function Keys({ page }: { readonly page: TablePage }): JSX.Element | null {
  const { contract, constraints, primaryKey, foreignKeys, referencedBy } = page
  const lists = [constraints, primaryKey, foreignKeys, referencedBy]
  if (!contract && lists.every((it) => it.length === 0)) return null
  return (
    <Section id="keys" title="Contract and keys">
      <dl class="facts wide">
        {contract && (
          <Fact name="Contract">
            Names and types of the columns are kept: building fails where they differ.
          </Fact>
        )}
        {primaryKey.length > 0 && (
          <Fact name="Primary key">
            <code>{primaryKey.join(', ')}</code>
          </Fact>
        )}
        {constraints.length > 0 && (
          <Fact name="Constraints">
            <ul class="plain">
              {constraints.map((it, index) => (
                <li key={index}>{constraintWords(it)}</li>
              ))}
            </ul>
          </Fact>
        )}
        {foreignKeys.length > 0 && (
          <Fact name="Points to">
            <ul class="plain">
              {foreignKeys.map((it, index) => (
                <li key={index}>
                  <code>{it.columns.join(', ')}</code> → <NodeLink link={it.to} />{' '}
                  <code>{it.toColumns.join(', ')}</code>{' '}
                  <span class="how">by {it.by === 'test' ? 'a test' : 'a constraint'}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {referencedBy.length > 0 && (
          <Fact name="Pointed to by">
            <ul class="plain">
              {referencedBy.map((it, index) => (
                <li key={index}>
                  <NodeLink link={it.from} /> <code>{it.columns.join(', ')}</code> →{' '}
                  <code>{it.toColumns.join(', ')}</code>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Section>
  )
}

/** `not_null`, `check (amount > 0)`, `foreign_key → customers (id)`. */
export function constraintWords(it: ConstraintInfo): string {
  const columns =
    it.columns === undefined || it.columns.length === 0 ? '' : ` (${it.columns.join(', ')})`
  const expression = it.expression === undefined ? '' : ` ${it.expression}`
  const to = it.to === undefined ? '' : ` → ${it.to.name} (${(it.toColumns ?? []).join(', ')})`
  return `${it.type.replaceAll('_', ' ')}${columns}${expression}${to}`
}
