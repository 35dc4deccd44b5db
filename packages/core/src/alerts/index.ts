export { SinkError, type AlertCall, type AlertRequest, type AlertWorld } from './alert-world.ts'
export { toOccurrences, type MonitorState } from './occurrences.ts'
export { tellAlerts } from './tell-alerts.ts'
