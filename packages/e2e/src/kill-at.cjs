// Preloaded into a btn by a test: ends the process as kill -9 does, right before the first call of BTN_KILL_AT ("renameSync 2": the
// second one) that touches a packages folder.
const fs = require('node:fs')

const [name, count] = process.env.BTN_KILL_AT.split(' ')
const original = fs[name]
let seen = 0

fs[name] = (...args) => {
  if (String(args[0]).includes('dbt_packages') && ++seen === Number(count))
    process.kill(process.pid, 'SIGKILL')
  return original(...args)
}
