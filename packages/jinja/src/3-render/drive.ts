import type { Value } from './values/value.ts'

type Steps<T> = Generator<Promise<Value>, T, Value>

/** Runs a program: at once when it never waits, else as a promise. */
export function drive<T>(steps: Steps<T>): T | Promise<T> {
  const first = steps.next()
  return first.done ? first.value : wait(steps, first.value)
}

async function wait<T>(steps: Steps<T>, first: Promise<Value>): Promise<T> {
  let promise = first
  for (;;) {
    const step = await resume(steps, promise)
    if (step.done) return step.value
    promise = step.value
  }
}

async function resume<T>(
  steps: Steps<T>,
  promise: Promise<Value>,
): Promise<IteratorResult<Promise<Value>, T>> {
  let value: Value
  try {
    value = await promise
  } catch (thrown) {
    return steps.throw(thrown)
  }
  return steps.next(value)
}

/** Goes on with a value that may have to be waited for, and with a mistake on the way. */
export function settle<A, B>(
  start: () => A | Promise<A>,
  done: (value: A) => B,
  failed: (thrown: unknown) => B,
): B | Promise<B> {
  let value: A | Promise<A>
  try {
    value = start()
  } catch (thrown) {
    return failed(thrown)
  }
  return value instanceof Promise ? value.then(done, failed) : done(value)
}
