import type { HostObject, Value } from './value.ts'

/** Text that is HTML already (`safe`, `escape`, `tojson`): it behaves as text, but what is joined to it is escaped. */
export class Markup implements HostObject {
  readonly typeName = 'Markup'
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toText(): string {
    return this.text
  }

  isTruthy(): boolean {
    return this.text !== ''
  }

  hashKey(): Value {
    return this.text
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
}
