import type { HostObject } from './value.ts'

/** Text that says how a native rendering reads it: what dbt's `as_bool`, `as_native`, `as_number` and `as_text` give. */
export class NativeMarker implements HostObject {
  readonly typeName = 'str'
  readonly kind: 'bool' | 'native' | 'number' | 'text'
  readonly text: string

  constructor(kind: NativeMarker['kind'], text: string) {
    this.kind = kind
    this.text = text
  }

  toText(): string {
    return this.text
  }
}
