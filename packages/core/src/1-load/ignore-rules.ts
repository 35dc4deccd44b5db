interface Rule {
  readonly pattern: RegExp
  readonly isNegated: boolean
}

/** Reads `.dbtignore`, which has the form of `.gitignore`; tells of a path relative to the project whether it is left out. */
export function readIgnoreRules(text: string): (path: string) => boolean {
  const rules = text.split('\n').flatMap((line) => toRule(line) ?? [])
  return (path) => {
    let isIgnored = false
    for (const { pattern, isNegated } of rules) if (pattern.test(path)) isIgnored = !isNegated
    return isIgnored
  }
}

function toRule(line: string): Rule | undefined {
  let glob = line.replace(/(?<!\\)\s+$/, '')
  if (glob === '' || glob.startsWith('#')) return undefined
  const isNegated = glob.startsWith('!')
  if (isNegated) glob = glob.slice(1)
  glob = glob.replace(/^\\([#!])/, '$1')
  const isFolder = glob.endsWith('/')
  if (isFolder) glob = glob.slice(0, -1)
  // A slash anywhere but at the end ties the pattern to the project's folder.
  const isAnchored = glob.includes('/')
  const body = toPattern(glob.replace(/^\//, ''))
  const before = isAnchored ? '^' : '^(?:.*/)?'
  return { pattern: new RegExp(`${before}${body}${isFolder ? '/.*' : '(?:/.*)?'}$`), isNegated }
}

function toPattern(glob: string): string {
  return glob.replace(
    /\*\*\/|\/\*\*$|\*\*|\*|\?|\[(!?)((?:\\.|[^\]\\])+)\]|\\(.)|[.+^${}()|[\]\\]/g,
    (part: string, not: string | undefined, set: string | undefined, escaped?: string) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '/**') return '/.*'
      if (part === '**') return '.*'
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      if (set !== undefined) return `[${not ? '^' : ''}${set}]`
      return `\\${escaped ?? part}`
    },
  )
}
