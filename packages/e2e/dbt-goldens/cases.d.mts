export function listCases(): readonly string[]
export function readSteps(name: string): readonly string[]
export function copyCase(name: string, folder: string): void
export function recordingOf(name: string): string
export function isRecorded(name: string): boolean
