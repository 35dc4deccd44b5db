import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Json } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** Where a private package's repository is, and what of that nobody may see. */
export interface PrivateAddress {
  readonly url: string
  readonly secrets: readonly string[]
}

/** One entry of DBT_ENV_PRIVATE_GIT_PROVIDER_INFO. */
interface ProviderInfo {
  readonly org: string
  readonly url: string
  readonly token: string
  readonly provider: string
}

const azureNames = ['azure_devops', 'azure_active_directory', 'ado']

/**
 * The address of `org/repo` or `org/group/repo`. With DBT_ENV_PRIVATE_GIT_PROVIDER_INFO the first of its providers that fits, with its
 * token; without, the provider's address for SSH, so that the user's own keys count.
 */
export function addressOfPrivate(
  name: string,
  provider: string | undefined,
  providerInfo: string | undefined,
): PrivateAddress {
  const infos = readInfos(name, providerInfo)
  if (infos.length === 0) return { url: sshAddress(name, provider), secrets: [] }
  for (const info of infos) {
    const url = matchInfo(info, name, provider)
    if (url !== undefined) return { url, secrets: [info.token].filter(Boolean) }
  }
  return refuse(name, 'no entry of DBT_ENV_PRIVATE_GIT_PROVIDER_INFO fits it')
}

function refuse(name: string, problem: string): never {
  throw new DiagnosticError(diagnostic('package-private-unresolved', { name, problem }))
}

function sshAddress(name: string, provider = 'github'): string {
  if (provider === 'github') return `git@github.com:${name}.git`
  if (provider === 'gitlab') return `git@gitlab.com:${name}.git`
  if (provider !== 'ado' && provider !== 'azure_devops') {
    return refuse(name, `the provider "${provider}" is none of github, gitlab, ado, azure_devops`)
  }
  const isFull = name.split('/').length >= 3
  return isFull
    ? `git@ssh.dev.azure.com:v3/${name}`
    : refuse(name, `"${provider}" needs organization/project/repository`)
}

function readInfos(name: string, text: string | undefined): readonly ProviderInfo[] {
  if (!text) return []
  let json: Json
  try {
    json = JSON.parse(text)
  } catch {
    return refuse(name, 'DBT_ENV_PRIVATE_GIT_PROVIDER_INFO is no JSON')
  }
  return (Array.isArray(json) ? json : []).filter(isObject).map((info) => ({
    org: String(info['org'] ?? ''),
    url: String(info['url'] ?? ''),
    token: String(info['token'] ?? ''),
    provider: String(info['provider'] ?? ''),
  }))
}

function matchInfo(
  info: ProviderInfo,
  name: string,
  provider: string | undefined,
): string | undefined {
  const isAzure = azureNames.includes(info.provider)
  const isSameProvider =
    provider === undefined ||
    provider === info.provider ||
    (isAzure && azureNames.includes(provider))
  const [org = '', ...rest] = name.split('/')
  const repo = rest.pop() ?? ''
  const group = rest.join('/')
  if (!isSameProvider || info.org !== org) return undefined
  const path = info.url.replace(/^[a-z+]+:\/\/[^/]*\//i, '').replace(/\.git$/, '')
  const [pathOrg = '', ...pathRest] = path.replace('/_git/', '/').split('/')
  const pathRepo = pathRest.pop() ?? ''
  const pathGroup = pathRest.join('/')
  // Azure's old form leaves the project out of the name.
  const isShort = isAzure && info.provider !== 'ado' && group === '' && provider !== 'ado'
  const fits =
    pathOrg === org && fitsPart(pathRepo, repo) && (isShort || fitsPart(pathGroup, group))
  return fits ? fill(info, { repo, group }) : undefined
}

function fitsPart(pattern: string, value: string): boolean {
  return pattern === value || (/^\{(repo|group|project)\}$/.test(pattern) && value !== '')
}

function fill(
  { url, token }: ProviderInfo,
  { repo, group }: { repo: string; group: string },
): string {
  return url
    .replaceAll('{token}', token)
    .replaceAll('{repo}', repo)
    .replaceAll(/\{(group|project)\}/g, group)
}
