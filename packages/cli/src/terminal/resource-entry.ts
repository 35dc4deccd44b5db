import type { Entry } from './entry.ts'

interface Usage {
  readonly command: string
  readonly isSuccess: boolean
  readonly startedAt: Date
  /** Told to everybody; else to the log file alone. */
  readonly isShown: boolean
}

const MICROSECONDS = 1e6

/** What a command took: time of the clock and of the processor, memory, blocks read and written. */
export function resourceEntry({ command, isSuccess, startedAt, isShown }: Usage): Entry {
  const { userCPUTime, systemCPUTime, maxRSS, fsRead, fsWrite } = process.resourceUsage()
  const data = {
    command_name: command,
    command_success: isSuccess,
    command_wall_clock_time: (Date.now() - startedAt.getTime()) / 1000,
    process_user_time: userCPUTime / MICROSECONDS,
    process_kernel_time: systemCPUTime / MICROSECONDS,
    process_mem_max_rss: String(maxRSS),
    process_in_blocks: String(fsRead),
    process_out_blocks: String(fsWrite),
  }
  return {
    name: 'ResourceReport',
    code: 'Z051',
    level: isShown ? 'info' : 'debug',
    text: () => `Resource report: ${JSON.stringify(data)}`,
    data,
    ...(!isShown && { show: 'structured' }),
  }
}
