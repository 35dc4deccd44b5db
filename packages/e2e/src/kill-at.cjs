// Preloaded into a btn by a test: ends the process as kill -9 does, right before the first call of BTN_KILL_AT ("renameSync 2": the
// second one) that touches a path with BTN_KILL_PATH in it: a packages folder, if nothing is said.
const fs = require('node:fs')

const [name, count] = process.env.BTN_KILL_AT.split(' ')
const part = process.env.BTN_KILL_PATH ?? 'dbt_packages'
const original = fs[name]
let seen = 0

fs[name] = (...args) => {
  if (String(args[0]).includes(part) && ++seen === Number(count))
    process.kill(process.pid, 'SIGKILL')
  return original(...args)
}
