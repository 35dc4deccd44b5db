// `npm start`: sets everything up, builds the Bakuten project at the root, says how to go on, and ends.
import { root, run, say, setUp } from './setup.mjs'

setUp()
say('btn build')
const status = run(process.execPath, [`${root}packages/cli/bin/btn.js`, 'build'])
console.log(status === 0 ? success() : failure(status))
process.exitCode = status

function success() {
  return `
The tables are in target/bakuten.duckdb, the SQL that made them in target/compiled, the results in target/run_results.json.

  npx btn show --select daily_revenue                        look at a result
  npx btn test --select fact_transactions                    run the tests of one table
  npx btn ls --select +daily_revenue                         what it is made from
  npx btn build --vars '{data_dir: path/to/your/files}'      the same on other files
  npx btn --help                                             everything else

Change a file in models/ and run npx btn build again; npm test checks everything.`
}

function failure(exitCode) {
  return `\nbtn build ended with exit code ${exitCode}; what is above says where to look.`
}
