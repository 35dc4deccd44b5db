import { isMap, parseDocument, type Document } from 'yaml'
import type { JsonObject } from '../types/index.ts'

/** Sets one key of a YAML mapping; comments and the other keys stay. */
export function setYamlKey(text: string, key: string, value: JsonObject): string {
  const document: Document = parseDocument(text)
  if (!isMap(document.contents)) document.contents = document.createNode({})
  document.set(key, document.createNode(value))
  return document.toString({ lineWidth: 0 })
}
