import { isAbsolute, join } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { compiledPath, runPath } from '../artifact/index.ts'
import { HostError, type Host } from '../host.ts'
import type { Node } from '../types/index.ts'

/** The SQL files below `target/`. */
export interface Files {
  /** Writes the compiled SQL and gives its path relative to the project. */
  writeCompiled(node: Node, sql: string): string
  /** Writes the SQL that is executed; several texts of one node follow each other. */
  writeRun(node: Node, sql: string): string
  runPath(node: Node): string
}

export function createFiles(host: Host, projectRoot: string, targetPath: string): Files {
  const write = (path: string, text: string): string => {
    try {
      host.updateText(isAbsolute(path) ? path : join(projectRoot, path), text)
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      throw new DiagnosticError(diagnostic('file-not-written', { path, problem: error.message }))
    }
    return path
  }
  return {
    writeCompiled: (node, sql) => write(compiledPath(node, targetPath), sql),
    writeRun: (node, sql) => write(runPath(node, targetPath), sql),
    runPath: (node) => runPath(node, targetPath),
  }
}
