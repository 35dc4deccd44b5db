import type { SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { loadedSources, type AuditLog, type Vault } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { piiWords } from './commands/pii.ts'
import { openAudit, userName } from './open-audit.ts'
import { openPrivacy, vaultExists, type OpenedPrivacy } from './open-privacy.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import type { Compiled } from './project.ts'
import { line } from './terminal/entry.ts'
import { printSecret } from './terminal/print-data.ts'
import { printTable } from './terminal/print-table.ts'
import { withDatabase } from './with-database.ts'

interface PiiValues {
  readonly why?: string
}

interface Wish {
  readonly token: string
  readonly why: string
}

/** `btn pii`: columns with personal data, and what is behind their tokens. */
export function workOnPersonalData(call: Call<PiiValues>): Promise<ExitCode> {
  const isForget = call.argument === 'forget'
  return withProject(call, { which: 'pii', printsData: !isForget }, async (opened) => {
    const word = findWord(call)
    const wish = word === 'list' ? undefined : readWish(call, word)
    const compiled = compile(opened)
    if (!compiled) return 1
    const privacy = openPrivacy(opened.project, opened.host)
    try {
      if (!wish) return await listPersonal(opened, compiled, privacy)
      return await audited(opened, compiled, (audit) =>
        isForget
          ? forget(wish, { opened, privacy, audit })
          : reveal(wish, { opened, privacy, audit }),
      )
    } finally {
      await privacy.close()
    }
  })
}

function findWord({ argument }: Call): (typeof piiWords)[number] {
  const word = piiWords.find((it) => it === argument)
  if (word) return word
  if (argument === undefined) {
    const params = { command: 'pii', argument: `what to do: ${piiWords.join(', ')}` }
    throw new DiagnosticError(diagnostic('missing-argument', params))
  }
  const params = { option: 'btn pii', value: argument, expected: 'list, reveal or forget' }
  throw new DiagnosticError(diagnostic('invalid-option-value', params))
}

function readWish({ operand, options }: Call<PiiValues>, word: string): Wish {
  if (operand === undefined) {
    const argument = `a token, as in: btn pii ${word} eml_1b408f57d1a6235a237323bc88`
    throw new DiagnosticError(diagnostic('missing-argument', { command: 'pii', argument }))
  }
  const why = options.why?.trim() ?? ''
  if (why === '') throw new DiagnosticError(diagnostic('pii-why-missing', { word }))
  return { token: operand, why }
}

/** Looking is work that is written down, also when it finds nothing. */
function audited(
  opened: Opened,
  { linked }: Compiled,
  work: (audit: AuditLog) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDatabase(opened, {}, async (database) => {
    const audit = openAudit(opened, { command: 'pii' }, linked.manifest, database)
    if (!audit) throw new DiagnosticError(diagnostic('pii-nothing', {}))
    await audit.begin()
    let exitCode: ExitCode = 2
    try {
      exitCode = await work(audit)
      return exitCode
    } finally {
      await audit.end(exitCode)
    }
  })
}

interface Tools {
  readonly opened: Opened
  readonly privacy: OpenedPrivacy
  readonly audit: AuditLog
}

/** Written down before it is told: who cannot be noted learns nothing. */
async function reveal(wish: Wish, { opened, privacy, audit }: Tools): Promise<ExitCode> {
  const found = await vaultOf(opened, privacy)?.reveal(wish.token)
  await note(audit, found ? 'revealed' : 'failed', { ...wish, class: found?.class })
  if (!found) throw new DiagnosticError(diagnostic('pii-token-unknown', { token: wish.token }))
  const { value, keyId } = found
  if (value === undefined)
    throw new DiagnosticError(diagnostic('pii-key-unknown', { token: wish.token, keyId }))
  printSecret(opened, value)
  return 0
}

async function forget(wish: Wish, { opened, privacy, audit }: Tools): Promise<ExitCode> {
  const found = await vaultOf(opened, privacy)?.forget(wish.token)
  await note(audit, found === undefined ? 'failed' : 'forgotten', { ...wish, class: found })
  if (found === undefined)
    throw new DiagnosticError(diagnostic('pii-token-unknown', { token: wish.token }))
  const text = `${wish.token} is a token of nobody now: its value is not in the vault any more.`
  opened.output.tell(line('PersonalDataForgotten', 'Z092', text))
  return 0
}

async function note(
  audit: AuditLog,
  phase: string,
  { token, why, class: name }: Wish & { readonly class: string | undefined },
): Promise<void> {
  audit.write('masking', { phase, class: name, token, who: userName(), why })
  await audit.flush()
}

/** A vault is not made by looking into it. Throws a DiagnosticError without a key. */
function vaultOf({ project }: Opened, privacy: OpenedPrivacy): Vault | undefined {
  if (!privacy.keys()) {
    const name = `the vault of ${project.name}`
    throw new DiagnosticError(diagnostic('pii-key-missing', { name }))
  }
  return vaultExists(project) ? privacy.vault() : undefined
}

async function listPersonal(
  opened: Opened,
  { linked }: Compiled,
  privacy: OpenedPrivacy,
): Promise<ExitCode> {
  const hasVault = privacy.keys() !== undefined && vaultExists(opened.project)
  const counts = hasVault ? await privacy.vault().count() : []
  const tokensOf = (name: string) =>
    counts.filter((it) => it.class === name).reduce((sum, it) => sum + it.tokens, 0)
  const rows = loadedSources(linked.manifest).flatMap((node) =>
    Object.entries(node.load.personal).map(([column, it]) => [
      `${node.sourceName}.${node.name}`,
      column,
      it.class,
      it.policy,
      it.policy === 'tokenize' && hasVault ? BigInt(tokensOf(it.class)) : null,
      it.release ?? null,
    ]),
  )
  const names = ['relation', 'column', 'class', 'policy', 'tokens of class', 'released']
  const table: SqlTable = {
    columns: names.map((name) => ({
      name,
      type: name.startsWith('tokens') ? 'BIGINT' : 'VARCHAR',
    })),
    rows,
  }
  printTable(opened, table, 'text')
  return 0
}
