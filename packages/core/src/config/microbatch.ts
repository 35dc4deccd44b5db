import { readInstant } from '../intervals/index.ts'
import type { Config } from '../types/index.ts'

export function isMicrobatch(config: Config): boolean {
  return config['materialized'] === 'incremental' && config['incremental_strategy'] === 'microbatch'
}

/** `begin` as dbt notes it, a whole time in ISO's form: `2024-01-01` is `2024-01-01T00:00:00`. Others stay as they are. */
export function withWholeBegin(config: Config): Config {
  const { begin } = config
  if (typeof begin !== 'string' || !isMicrobatch(config)) return config
  const instant = readInstant(begin)
  if (!instant) return config
  const [, fraction = '', zone = ''] =
    /(\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(begin.slice(10)) ?? []
  const offset = zone === 'Z' ? '+00:00' : zone
  const text = `${instant.toISOString().slice(0, 19)}${fraction}${offset}`
  return { ...config, begin: text }
}
