import type { AlertTemplate, Json, JsonObject } from '../types/index.ts'

const PLACEHOLDER = /\{(\w+)\}/g

/** Fills in what stands in single braces. A text that is nothing but one placeholder becomes the value itself, be it a list. */
export function fillTemplate(template: AlertTemplate, values: JsonObject): Json {
  if (typeof template === 'string') return fillText(template, values)
  if (isList(template)) return template.map((it) => fillTemplate(it, values))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([key, it]) => [key, fillTemplate(it, values)]),
  )
}

function isList(template: AlertTemplate): template is readonly AlertTemplate[] {
  return Array.isArray(template)
}

function fillText(text: string, values: JsonObject): Json {
  const [, only] = /^\{(\w+)\}$/.exec(text) ?? []
  if (only !== undefined && only in values) return values[only] ?? null
  return text.replaceAll(PLACEHOLDER, (whole, name: string) =>
    name in values ? toText(values[name] ?? null) : whole,
  )
}

function toText(value: Json): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
