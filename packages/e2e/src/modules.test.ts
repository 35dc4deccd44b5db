import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createWorkspace, repository, runLine } from './workspace.ts'

// Start-up is what everybody waits for: a command evaluates the modules that it uses, and no others.

/** How esbuild starts a module when it is first needed. */
const START = '__esm=(fn,res,err2)=>function(){'
const NOTE = 'if(fn)(globalThis.btnModules??=[]).push(__getOwnPropNames(fn)[0]);'
const TELL =
  'process.on("exit",()=>require("node:fs").writeFileSync(process.env.BTN_MODULES,[...globalThis.btnModules,...process.moduleLoadList].join("\\n")));'

/** Without what V8 knows of it. */
function copyOfBtn(folder: string): string {
  const copy = join(folder, 'btn')
  for (const part of ['bin', 'dist'])
    cpSync(join(repository, 'packages/cli', part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.cache'),
    })
  return copy
}

it('a list of nodes starts nothing of what runs, checks and loads', async () => {
  const workspace = createWorkspace()
  try {
    const copy = copyOfBtn(workspace.folder)
    const program = join(copy, 'dist/process.cjs')
    const text = readFileSync(program, 'latin1')
    expect(text).toContain(START)
    writeFileSync(program, TELL + text.replace(START, START + NOTE), 'latin1')
    writeFileSync(join(workspace.folder, 'project.yml'), 'name: shop\n')
    const environment = {
      ...workspace.environment,
      BTN_MODULES: join(workspace.folder, 'modules.txt'),
      XDG_CACHE_HOME: workspace.folder,
    }
    const { exitCode } = await runLine(`node ${copy}/bin/btn.js ls`, { ...workspace, environment })
    expect(exitCode).toBe(0)
    const modules = readFileSync(join(workspace.folder, 'modules.txt'), 'utf8').split('\n')
    const unwanted = /core\/src\/(run\.ts|5-run|alerts|publish\/index)|packages\/sql|docs-site/
    expect(modules.filter((name) => unwanted.test(name))).toEqual([])
    expect(modules).not.toContain('NativeModule child_process')
    expect(modules).not.toContain('NativeModule readline/promises')
    expect(modules).toContain('NativeModule fs')
    expect(modules.length).toBeGreaterThan(100)
    expect(modules.length).toBeLessThan(1000)
  } finally {
    workspace.remove()
  }
})

it('what V8 knows of btn grows with the commands that are used, and then stays', async () => {
  const workspace = createWorkspace()
  try {
    const copy = copyOfBtn(workspace.folder)
    writeFileSync(join(workspace.folder, 'project.yml'), 'name: shop\n')
    const known = async (line: string): Promise<{ size: number; ino: number }> => {
      const { exitCode } = await runLine(`node ${copy}/bin/btn.js ${line}`, workspace)
      expect(exitCode).toBe(0)
      const files = readdirSync(join(copy, 'dist')).filter((name) => name.endsWith('.cache'))
      expect(files).toHaveLength(1)
      return statSync(join(copy, 'dist', files[0] ?? ''))
    }
    const help = await known('--help')
    const list = await known('ls')
    expect(list.size).toBeGreaterThan(help.size * 1.5)
    expect(await known('ls')).toMatchObject({ ino: list.ino, size: list.size })
    expect(await known('--help')).toMatchObject({ ino: list.ino, size: list.size })
  } finally {
    workspace.remove()
  }
})
