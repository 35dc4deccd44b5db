import type { PlanExpression } from '../plan/plan.ts'
import { assemble, combine, elementOf, partOf, strength, type Value } from './value.ts'

/** What a function makes of its arguments. Those that build structs and lists, or take them apart, are followed part by part. */
export function functionValue(expression: PlanExpression, values: readonly Value[]): Value {
  const special = functions[expression.name ?? '']
  return special?.(expression, values) ?? combine(values, strength.computed)
}

type Special = (expression: PlanExpression, values: readonly Value[]) => Value | undefined

const packStruct: Special = ({ return_type }, values) => {
  const names = return_type?.type_info?.child_types?.map((child) => child.first ?? '') ?? []
  const isNamed = names.length === values.length && names.every((name) => name !== '')
  if (!isNamed) return undefined
  return assemble(new Map(values.map((value, index) => [fieldName(names[index] ?? ''), value])))
}

const packList: Special = (_, values) =>
  assemble(new Map(values.map((value, index) => [String(index + 1), value])))

const extractField: Special = ({ children }, [whole]) => {
  const key = children?.[1]?.value?.value
  return whole && typeof key === 'string' ? partOf(whole, fieldName(key)) : undefined
}

const extractElement: Special = ({ children }, [whole, position]) => {
  if (!whole?.parts || !position || position.from.size > 0) return undefined
  const index = constantOf(children?.[1])
  if (index === undefined) return withIndex(elementOf(whole), position)
  return whole.parts.get(String(index)) ?? elementOf(whole)
}

/** Which element it is depends on something else: no longer a copy of one known column. */
function withIndex(element: Value, position: Value): Value {
  return combine([element, position], strength.computed)
}

function constantOf(expression: PlanExpression | undefined): number | undefined {
  const inner = expression?.expression_class === 'BOUND_CAST' ? expression.child : expression
  const value = inner?.expression_class === 'BOUND_CONSTANT' ? inner.value?.value : undefined
  return typeof value === 'number' ? value : undefined
}

/** Names of fields are compared without case. */
function fieldName(name: string): string {
  return name.toLowerCase()
}

const functions: Readonly<Record<string, Special>> = {
  struct_pack: packStruct,
  row: packStruct,
  list_value: packList,
  list_pack: packList,
  unpivot_list: packList,
  struct_extract: extractField,
  list_extract: extractElement,
  list_element: extractElement,
  array_extract: extractElement,
}
