import type { JSX } from 'preact'
import type { Json, JsonObject } from '../../data/index.ts'

/** An object of settings as a list of names and values; what is nested is indented, what is not set is left out. */
export function JsonView({ value }: { readonly value: JsonObject }): JSX.Element {
  return (
    <dl class="json">
      {entriesOf(value).map(([name, it]) => (
        <div key={name} class={isDeep(it) ? 'deep' : undefined}>
          <dt>{name}</dt>
          <dd>
            <JsonValue value={it} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const entriesOf = (value: JsonObject): readonly (readonly [string, Json])[] =>
  Object.entries(value).filter(([, it]) => it !== null)

/** It takes lines of its own. */
const isDeep = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value)
    ? value.some((it) => typeof it === 'object')
    : Object.keys(value).length > 0)

export function JsonValue({ value }: { readonly value: Json }): JSX.Element {
  if (value === null) return <code>null</code>
  if (Array.isArray(value)) {
    if (value.length === 0) return <code>[]</code>
    if (value.every((it) => typeof it !== 'object')) return <code>{value.join(', ')}</code>
    return (
      <ul class="json-list">
        {value.map((it, index) => (
          <li key={index}>
            <JsonValue value={it} />
          </li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object') {
    if (Object.keys(value).length === 0) return <code>{'{}'}</code>
    return <JsonView value={value as JsonObject} />
  }
  const text = String(value)
  return text.includes('\n') ? <pre class="json-text">{text}</pre> : <code>{text}</code>
}
