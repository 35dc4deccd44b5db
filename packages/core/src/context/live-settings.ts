import { isDeepStrictEqual } from 'node:util'
import { toJs, type Value } from '@btn/jinja'
import type { Json, JsonObject, Node, NodeId } from '../types/index.ts'
import { toValue } from '../yaml/index.ts'
import { toJson } from './values/to-json.ts'

interface LiveSetting {
  readonly json: Json
  readonly value: Value
}

/**
 * Settings that are lists or dicts, as templates have them. `config.get('options')` gives the same object each time: what a macro
 * changes in it is there when it is asked for again and, as in dbt, in the manifest that is written after the run.
 */
export class LiveSettings {
  readonly #byNode = new Map<NodeId, Map<string, LiveSetting>>()

  find(node: Node, name: string, json: Json): Value {
    if (typeof json !== 'object' || json === null) return toValue(json)
    let settings = this.#byNode.get(node.id)
    if (!settings) this.#byNode.set(node.id, (settings = new Map()))
    let found = settings.get(name)
    // A batch of a model has settings of its own.
    if (found?.json !== json) settings.set(name, (found = { json, value: toValue(json) }))
    return found.value
  }

  /** By node, the settings that are no longer what the project says. */
  changes(): ReadonlyMap<NodeId, JsonObject> {
    const changed = new Map<NodeId, JsonObject>()
    for (const [id, settings] of this.#byNode) {
      const entries = [...settings].flatMap(([name, setting]) => changeOf(name, setting))
      if (entries.length > 0) changed.set(id, Object.fromEntries(entries))
    }
    return changed
  }
}

function changeOf(name: string, { json, value }: LiveSetting): readonly [string, Json][] {
  const now = toJson(toJs(value))
  return isDeepStrictEqual(now, toJson(toJs(toValue(json)))) ? [] : [[name, now]]
}
