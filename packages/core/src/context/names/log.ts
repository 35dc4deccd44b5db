import { hostFunction, isTruthy, readArguments, toText } from '@btn/jinja'
import type { Context, NameBuilder } from '../context.ts'
import type { Logged } from '../../types/index.ts'

function emit(context: Context, event: Logged): void {
  if (context.mode.kind === 'run') context.mode.session.log({ ...event, node: context.subject.id })
}

/** `log('text', info=true)`; does nothing before the project runs. */
export const log: NameBuilder = (context) =>
  hostFunction('log', (args) => {
    const [message, info] = readArguments(args, 'log', ['msg', 'info?'])
    const level = isTruthy(info ?? false) ? 'info' : 'debug'
    emit(context, { type: 'logged', level, message: toText(message ?? null) })
    return ''
  })

/** `print('text')`: shown even when quiet. */
export const print: NameBuilder = (context) =>
  hostFunction('print', (args) => {
    const [message] = readArguments(args, 'print', ['msg'])
    emit(context, {
      type: 'logged',
      level: 'info',
      message: toText(message ?? null),
      isPrint: true,
    })
    return ''
  })
