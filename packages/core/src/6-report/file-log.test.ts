import { describe, expect, it } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import { openFileLog, type FileLog, type FileLogOptions } from './file-log.ts'

const path = '/p/logs/btn.log'

function open(host: MemoryHost, change: Partial<FileLogOptions> = {}): FileLog {
  return openFileLog(host, {
    path,
    format: 'debug',
    level: 'debug',
    maxBytes: 0,
    invocationId: 'id-1',
    processId: 42,
    scrub: (text) => text.replaceAll('hush', '*****'),
    ...change,
  })
}

const now = new Date('2024-01-01T11:57:12.109Z')

describe('the log on disk', () => {
  it('has the layout of dbt', () => {
    const host = new MemoryHost({ now })
    const log = open(host)
    log.write({ level: 'info', message: 'Running with btn=0.1.0' })
    log.write({ level: 'error', message: 'it is hush', thread: 'Thread-1' })
    expect(host.readText(path)).toBe(
      [
        '\n\n============================== 11:57:12.109000 | id-1 ==============================',
        '11:57:12.109000 [info ] [MainThread]: Running with btn=0.1.0',
        '11:57:12.109000 [error] [Thread-1]: it is *****\n',
      ].join('\n'),
    )
  })

  it('is a JSON object per line where that is asked', () => {
    const host = new MemoryHost({ now })
    const log = open(host, { format: 'json' })
    log.write({ level: 'warn', message: 'odd', name: 'Odd', code: 'X1', data: { a: 1 } })
    expect(JSON.parse(host.readText(path) ?? '')).toEqual({
      data: { a: 1 },
      info: {
        category: '',
        code: 'X1',
        extra: {},
        invocation_id: 'id-1',
        level: 'warn',
        msg: 'odd',
        name: 'Odd',
        pid: 42,
        thread: 'MainThread',
        ts: '2024-01-01T11:57:12.109000Z',
      },
    })
  })

  it('drops what is below its level, and everything with none', () => {
    const host = new MemoryHost({ now })
    const log = open(host, { level: 'warn', format: 'json' })
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      log.write({ level, message: level })
    const lines = (host.readText(path) ?? '').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).info.level)).toEqual(['warn', 'error'])
    const silent = new MemoryHost({ now })
    const none = open(silent, { level: 'none' })
    none.write({ level: 'error', message: 'lost' })
    none.flush()
    expect(silent.readText(path)).toBeUndefined()
  })

  it('adds to the file of the last command', () => {
    const host = new MemoryHost({ now })
    for (const message of ['first', 'second']) open(host).write({ level: 'error', message })
    expect(host.readText(path)?.match(/first|second/g)).toEqual(['first', 'second'])
  })

  it('puts the file aside before it grows too large, and keeps five', () => {
    const host = new MemoryHost({ now })
    const log = open(host, { maxBytes: 60, format: 'debug' })
    for (let number = 1; number <= 8; number++) log.write({ level: 'error', message: `m${number}` })
    const found = ['', '.1', '.2', '.3', '.4', '.5', '.6'].map((end) => {
      return host
        .readText(path + end)
        ?.match(/m\d/g)
        ?.join(' ')
    })
    expect(found).toEqual(['m8', 'm7', 'm6', 'm5', 'm4', 'm3', undefined])
  })
})
