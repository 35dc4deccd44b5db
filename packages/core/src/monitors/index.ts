export { readAlert, subjectsOf } from './read-alert.ts'
export { readMonitor, type MonitorReader } from './read-monitor.ts'
