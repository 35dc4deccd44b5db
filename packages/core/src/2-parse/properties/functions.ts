import type { FunctionArgument, FunctionReturns } from '../../types/index.ts'
import type { Item } from './item.ts'
import { readNode } from './nodes.ts'
import type { FunctionPatch, OverloadPatch } from './types.ts'

export function readFunction(item: Item): FunctionPatch | undefined {
  const base = readNode(item)
  return (
    base && {
      ...base,
      ...readSignature(item),
      argumentPlaces: item.items('arguments').map((argument) => argument.place),
      overloads: item.items('overloads').flatMap((overload) => readOverload(overload) ?? []),
    }
  )
}

function readOverload(item: Item): OverloadPatch | undefined {
  const [definedIn, description] = [item.text('defined_in'), item.text('description')]
  if (definedIn === undefined) return undefined
  return {
    definedIn,
    ...readSignature(item),
    ...(description !== undefined && { description }),
    place: item.place,
  }
}

interface Signature {
  readonly arguments: readonly FunctionArgument[]
  readonly returns?: FunctionReturns
}

function readSignature(item: Item): Signature {
  const returns = item.item('returns')
  const dataType = returns?.text('data_type')
  const description = returns?.text('description')
  return {
    arguments: item.items('arguments').flatMap((argument) => readArgument(argument) ?? []),
    ...(dataType !== undefined && {
      returns: { dataType, ...(description !== undefined && { description }) },
    }),
  }
}

function readArgument(item: Item): FunctionArgument | undefined {
  const [name, dataType] = [item.text('name'), item.text('data_type')]
  if (name === undefined || dataType === undefined) return undefined
  const [description, defaultValue] = [item.text('description'), item.value['default_value']]
  return {
    name,
    dataType,
    ...(description !== undefined && { description }),
    ...(defaultValue !== undefined && defaultValue !== null && { defaultValue }),
  }
}
