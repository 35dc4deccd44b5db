/** dbt's prefix of secrets, and ours, and the keys of personal data: readable in connections only, and never shown. */
const SECRET_PREFIXES: readonly string[] = ['DBT_ENV_SECRET', 'BTN_ENV_SECRET', 'BTN_PII_KEY']

export function isSecretName(name: string): boolean {
  return SECRET_PREFIXES.some((prefix) => name.startsWith(prefix))
}

/** The environment, noting what was asked of it. */
export class Environment {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly read = new Map<string, string | undefined>()
  /** False when no variable can be a flag: then there is no need to look for each of them. */
  readonly hasFlags: boolean

  constructor(
    variables: Readonly<Record<string, string | undefined>>,
    dotEnv: Readonly<Record<string, string>>,
  ) {
    this.variables = { ...dotEnv, ...defined(variables) }
    this.hasFlags = Object.keys(this.variables).some((name) => /^(?:BTN|DBT)_/.test(name))
  }

  find(name: string): string | undefined {
    const value = this.peek(name)
    this.read.set(name, value)
    return value
  }

  /** As `find`, where the answer ends up among the flags and need not be noted. */
  peek(name: string): string | undefined {
    return Object.hasOwn(this.variables, name) ? this.variables[name] : undefined
  }
}

function defined(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
}
