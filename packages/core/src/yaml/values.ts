import { Float, fromJs, type Value } from '@btn/jinja'
import type { Json } from '../types/index.ts'
import { readYaml } from './document.ts'
import { dumpYaml, type YamlData } from './dump.ts'
import { isFloatMarker, isIntMarker, numberOfMarker } from './markers.ts'

/** Data from YAML as templates see it: `1.0` is a float, `12345678901234567890` keeps every digit. */
export function toValue(data: Json): Value {
  return fromJs(withPythonNumbers(data))
}

function withPythonNumbers(data: Json): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(withPythonNumbers)
  if (isFloatMarker(data)) return new Float(numberOfMarker(data) ?? NaN)
  if (isIntMarker(data)) return BigInt(data.$int)
  const entries = Object.entries(data).map(([key, item]) => [key, withPythonNumbers(item)])
  return Object.fromEntries(entries)
}

/** YAML text to data, for `fromyaml` in templates: throws an Error for what is no YAML. */
export function parseYaml(text: string): Json {
  const { value, diagnostics } = readYaml({ path: 'yaml', text })
  const error = diagnostics.find((item) => item.severity === 'error')
  if (error) throw new Error(error.message)
  return value.value
}

/** Data to YAML as PyYAML writes it, for `toyaml` in templates. */
export function stringifyYaml(data: YamlData, sortKeys: boolean): string {
  return dumpYaml(data, sortKeys)
}
