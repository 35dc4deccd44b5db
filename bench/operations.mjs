// What is measured: each operation gives its cases, each case its contenders.

import { appendFileSync, copyFileSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, runOrThrow } from './measure.mjs'
import * as projects from './projects.mjs'

/** @typedef {import('./projects.mjs').Setting & {
 *   readonly sizes: readonly number[],
 *   readonly projects: readonly { readonly folder: string, readonly model: string }[],
 * }} Setting */
/** @typedef {import('./tools.mjs').Tool} Tool */

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly string[]} command
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string>>} [env]
 * @property {() => void} [before]  done before each measured run
 */

/**
 * @typedef {object} Case
 * @property {string} title
 * @property {string} goal
 * @property {string} yardstick  name of the contender that the others are compared with
 * @property {() => readonly Contender[]} prepare
 */

const floorScript = fileURLToPath(new URL('floor.mjs', import.meta.url))

/**
 * A contender per tool, each in its own copy of the project.
 * @param {Setting} setting
 * @param {string} project
 * @param {(folder: string, tool: Tool) => { args: readonly string[], before?: () => void }} plan
 * @returns {Contender[]}
 */
function contenders({ tools }, project, plan) {
  return tools.map((tool) => {
    const cwd = projects.copyFor(project, tool.name)
    const { args, ...rest } = plan(cwd, tool)
    return { name: tool.name, command: [...tool.command, ...args], cwd, env: tool.env, ...rest }
  })
}

/**
 * @param {Setting} setting
 * @param {string} project
 * @returns {Contender}
 */
function floor(setting, project) {
  const folder = projects.compiledCopy(setting, project)
  return { name: 'floor', command: [process.execPath, floorScript, folder] }
}

/** One run that is not measured, so that caches are warm. @param {Contender} contender */
function warmUp({ command, cwd, env }) {
  run(command, { ...(cwd && { cwd }), ...(env && { env }) })
}

/** @param {Setting} setting @returns {Case[]} */
function version({ tools }) {
  const node = { name: 'node -e 0', command: [process.execPath, '-e', '0'] }
  const toContender = (/** @type {Tool} */ { name, command, env }) => {
    return { name, command: [...command, '--version'], env }
  }
  return [
    {
      title: '`--version`',
      goal: 'btn: 1.5 times `node -e 0`',
      yardstick: node.name,
      prepare: () => [node, ...tools.map(toContender)],
    },
  ]
}

/** @param {Setting} setting @returns {Case[]} */
function ls(setting) {
  return largest(setting).map((size) => ({
    title: `\`ls\`, ${size} models, nothing changed`,
    goal: 'btn: under 0.3 s CPU; 10 times faster than rust',
    yardstick: 'btn',
    prepare: () => {
      const list = contenders(setting, projects.syntheticProject(setting, size), () => ({
        args: ['ls'],
      }))
      list.forEach(warmUp)
      return list
    },
  }))
}

/** @param {Setting} setting @returns {Case[]} */
function edit(setting) {
  return largest(setting).map((size) => ({
    title: `edit one model and run it, ${size} models`,
    goal: 'btn: 5 times faster than rust, 10 times faster than dbt-core',
    yardstick: 'btn',
    prepare: () => {
      const project = projects.syntheticProject(setting, size)
      const one = readFileSync(join(project, 'ONE'), 'utf8').trim()
      const built = builtDatabase(setting, project)
      const list = contenders(setting, project, (folder) => {
        const model = projects.findFile(folder, `${one}.sql`)
        projects.removeDatabase(folder)
        copyFileSync(built, join(folder, 'synth.duckdb'))
        return {
          args: ['run', '--select', one],
          before: () => appendFileSync(model, `\n-- edited at ${Date.now()}\n`),
        }
      })
      list.forEach(warmUp)
      return list
    },
  }))
}

/** The database in which every model is built. @param {Setting} setting @param {string} project */
function builtDatabase(setting, project) {
  runOrThrow(floor(setting, project).command)
  return join(projects.compiledCopy(setting, project), 'synth.duckdb')
}

/** @param {Setting} setting @returns {Case[]} */
function parse(setting) {
  return [...largest(setting), ...largest(setting).map((size) => 5 * size)].map((size) => ({
    title: `parse from nothing, ${size} models`,
    goal: 'btn: 2 times faster than rust; growth linear',
    yardstick: 'btn',
    prepare: () =>
      contenders(setting, projects.syntheticProject(setting, size), (folder) => ({
        args: ['parse', '--no-partial-parse'],
        before: () => rmSync(join(folder, 'target'), { recursive: true, force: true }),
      })),
  }))
}

/** @param {Setting} setting @returns {Case[]} */
function build(setting) {
  return setting.sizes.map((size) => ({
    title: `build, ${size} models and their tests, no database`,
    goal: 'btn: 1.2 times the floor in wall, 1.8 in CPU; less memory than rust',
    yardstick: 'floor',
    prepare: () => againstFloor(setting, projects.syntheticProject(setting, size), 'build'),
  }))
}

/** @param {Setting} setting @returns {Case[]} */
function seed(setting) {
  return [
    {
      title: 'seed of 1 million rows',
      goal: 'btn: within 4 times `read_csv` (the floor), no slower than rust',
      yardstick: 'floor',
      prepare: () => againstFloor(setting, projects.seedProject(setting), 'seed'),
    },
  ]
}

/** @param {Setting} setting @returns {Case[]} */
function shop(setting) {
  return [
    {
      title: `build over ${5 * setting.dataScale} million clickstream rows`,
      goal: 'btn: within 1.1 times the floor',
      yardstick: 'floor',
      prepare: () => againstFloor(setting, projects.shopProject(setting), 'build'),
    },
  ]
}

/**
 * What a person does all day, on a project of the world outside: `--project FOLDER:MODEL`, with packages and profiles.yml in place.
 * @param {Setting} setting
 * @returns {Case[]}
 */
function real(setting) {
  return setting.projects.flatMap(({ folder, model }) => {
    const toCase = (
      /** @type {string} */ title,
      /** @type {readonly string[]} */ args,
      /** @type {(folder: string) => void} */ before = () => {},
    ) => ({
      title: `${title}, ${basename(folder)}`,
      goal: 'btn: 5 times faster than rust, 10 times faster than dbt-core',
      yardstick: 'btn',
      prepare: () => {
        const list = contenders(setting, folder, (copy) => ({ args, before: () => before(copy) }))
        list.forEach(warmUp)
        return list
      },
    })
    const edited = (/** @type {string} */ copy) =>
      appendFileSync(projects.findFile(copy, `${model}.sql`), `\n-- edited at ${Date.now()}\n`)
    const fresh = (/** @type {string} */ copy) =>
      rmSync(join(copy, 'target'), { recursive: true, force: true })
    return [
      toCase('full build', ['build']),
      toCase(`edit ${model} and run it`, ['run', '--select', model], edited),
      toCase('`ls`, nothing changed', ['ls']),
      toCase('parse from nothing', ['parse', '--no-partial-parse'], fresh),
    ]
  })
}

/**
 * @param {Setting} setting
 * @param {string} project
 * @param {string} command
 */
function againstFloor(setting, project, command) {
  const tools = contenders(setting, project, (folder) => ({
    args: [command],
    before: () => projects.removeDatabase(folder),
  }))
  return [floor(setting, project), ...tools]
}

/** @param {Setting} setting */
const largest = ({ sizes }) => [Math.max(...sizes)]

export const operations = { version, ls, edit, parse, build, seed, shop, real }
