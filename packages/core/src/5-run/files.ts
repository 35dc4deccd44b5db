import { isAbsolute, join, parse } from 'node:path'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { compiledPath, runPath } from '../artifact/index.ts'
import { HostError, type Host } from '../host.ts'
import type { Node } from '../types/index.ts'

/** The SQL files below `target/`; each batch of a microbatch model has its own. */
export interface Files {
  /** Writes the compiled SQL and gives its path relative to the project. */
  writeCompiled(node: Node, sql: string, batch?: string): string
  /** Writes the SQL that is executed; several texts of one node follow each other. */
  writeRun(node: Node, sql: string, batch?: string): string
  runPath(node: Node, batch?: string): string
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
    writeCompiled: (node, sql, batch) => write(ofBatch(compiledPath(node, targetPath), batch), sql),
    writeRun: (node, sql, batch) => write(ofBatch(runPath(node, targetPath), batch), sql),
    runPath: (node, batch) => ofBatch(runPath(node, targetPath), batch),
  }
}

/** `models/visits.sql` → `models/visits/visits_2024-09-17.sql` */
function ofBatch(path: string, batch: string | undefined): string {
  if (batch === undefined) return path
  const { dir, name, ext } = parse(path)
  return join(dir, name, `${name}_${batch}${ext}`)
}
