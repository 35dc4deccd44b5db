import { chmodSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from '@btn/adapter'
import { readPrivacyKeys, Vault, type PrivacyDoor } from '@btn/core/run'
import { findAdapter, type Host, type Project } from './project.ts'

/** Keys and vault of a command: nothing is read or opened before somebody asks. */
export interface OpenedPrivacy extends PrivacyDoor {
  close(): Promise<void>
}

const OWNER_ONLY = 0o600

export function openPrivacy(project: Project, host: Pick<Host, 'now'>): OpenedPrivacy {
  const keys = () => readPrivacyKeys(project.environment)
  const adapter = findAdapter('duckdb')
  let vault: Vault | undefined
  return {
    keys,
    vault() {
      const found = keys()
      if (!adapter || !found) throw new Error('the vault was asked for without a key')
      const { dialect } = adapter
      const now = () => host.now()
      vault ??= new Vault({ open: () => openVault(project), dialect, keys: found, now })
      return vault
    },
    async close() {
      await vault?.close()
    },
  }
}

/** Beside the target's database unless `BTN_PII_VAULT` names a file. */
function vaultPath({ environment, root, targetPath, name }: Project): string {
  const said = environment['BTN_PII_VAULT']
  return said ? resolve(root, said) : join(targetPath, `${name}_vault.duckdb`)
}

/** Whether anything was ever put into it. */
export function vaultExists(project: Project): boolean {
  return existsSync(vaultPath(project))
}

async function openVault(project: Project): Promise<Database> {
  const path = vaultPath(project)
  const adapter = findAdapter('duckdb')
  if (!adapter) throw new Error('there is no adapter for DuckDB')
  const { credentials } = adapter.checkCredentials(
    { type: 'duckdb', path },
    { projectName: project.name, projectRoot: project.root, targetPath: project.targetPath },
  )
  const database = await adapter.open(credentials)
  chmodSync(path, OWNER_ONLY)
  return database
}
