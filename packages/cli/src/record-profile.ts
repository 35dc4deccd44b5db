import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'

/** Runs an action and writes where its time went: a `.cpuprofile`, which browsers and editors open. */
export async function recordProfile<T>(path: string, action: () => Promise<T>): Promise<T> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  try {
    return await action()
  } finally {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    writeFileSync(path, JSON.stringify(profile))
  }
}
