import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import type { Json } from '../types/index.ts'

export interface ListEdit {
  readonly isRemoved: (item: Json) => boolean
  readonly added: Json
}

/** Changes the list at a key of a YAML text; comments and what stands beside stay. A missing list is made. */
export function editYamlList(text: string, key: string, { isRemoved, added }: ListEdit): string {
  const document: Document = parseDocument(text)
  if (!isMap(document.contents)) document.contents = document.createNode({})
  if (!isSeq(document.get(key))) document.set(key, document.createNode([]))
  const list = document.get(key)
  if (!isSeq(list)) throw new Error(`the list "${key}" cannot be made`)
  list.flow = false
  const values: unknown = list.toJSON()
  const gone = (Array.isArray(values) ? values : []).map((item) => isRemoved(item))
  list.items = list.items.filter((_, index) => !gone[index])
  list.items.push(document.createNode(added))
  return document.toString({ lineWidth: 0 })
}
