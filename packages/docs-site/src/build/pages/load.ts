import type { LoadInfo, LoadRule, LoadRun, QuarantineInfo } from '../../data/index.ts'
import type { JsonObject } from '../../data/index.ts'
import type { Entry } from '../../read/entries.ts'
import { numberAt, objectAt, objectsAt, settled, textAt, textsAt } from '../../read/json.ts'
import type { Reading } from '../../read/reading.ts'
import { toStatus } from '../../read/results.ts'

/** What btn's artifacts say of the loads of a source; nothing where it loads none. */
export function loadOf({ id }: Entry, { artifacts }: Reading): LoadInfo | undefined {
  const load = objectAt(objectAt(objectAt(artifacts.btn, 'nodes'), id), 'load')
  const from = textsAt(load, 'from')
  if (from.length === 0) return undefined
  const key = textsAt(load, 'key')
  const rules = objectsAt(load, 'rules').flatMap(toRule)
  const loads = objectsAt(objectAt(artifacts.history, 'loads'), id).flatMap(toLoad)
  return settled<LoadInfo>({
    from,
    format: textAt(load, 'format'),
    strategy: textAt(load, 'strategy'),
    key: key.length > 0 ? key : undefined,
    contract: rules.length > 0 ? rules : undefined,
    loads,
    quarantine: quarantineOf(id, artifacts.history),
  })
}

function toRule(json: JsonObject): readonly LoadRule[] {
  const [name, says] = [textAt(json, 'name'), textAt(json, 'says')]
  if (!name || !says) return []
  const severity = textAt(json, 'severity') === 'warn' ? 'warn' : 'error'
  return [settled<LoadRule>({ name, column: textAt(json, 'column'), says, severity })]
}

function toLoad(json: JsonObject): readonly LoadRun[] {
  const [at, status] = [textAt(json, 'at'), toStatus(textAt(json, 'status'))]
  if (!at || !status) return []
  return [
    settled<LoadRun>({
      at,
      status,
      file: textAt(json, 'file'),
      partition: textAt(json, 'partition'),
      read: numberAt(json, 'read'),
      loaded: numberAt(json, 'loaded'),
      rejected: numberAt(json, 'rejected'),
      seconds: numberAt(json, 'seconds'),
      message: textAt(json, 'message'),
    }),
  ]
}

/** Rows that wait in the quarantine of a source; nothing where none do. */
export function quarantineOf(
  id: string,
  history: JsonObject | undefined,
): QuarantineInfo | undefined {
  const json = objectAt(objectAt(history, 'quarantine'), id)
  const rows = numberAt(json, 'rows')
  if (rows === undefined) return undefined
  const reasons = Object.entries(objectAt(json, 'reasons')).flatMap(([reason, count]) =>
    typeof count === 'number' ? [{ reason, rows: count }] : [],
  )
  return { rows, reasons: reasons.sort((a, b) => b.rows - a.rows) }
}
