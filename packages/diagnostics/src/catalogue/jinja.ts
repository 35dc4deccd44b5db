import { error } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

/** Every mistake that Python or Jinja knows, too, says how it is called there. */
interface Raised {
  readonly pythonType: string
}

interface Problem extends Raised {
  readonly problem: string
}

interface Unknown extends Raised {
  readonly name: string
  readonly nearest?: string | undefined
}

const suggest = (p: { readonly nearest?: string | undefined }): string | undefined =>
  didYouMean(p.nearest)

/** Mistakes that the template engine finds by itself. */
export const jinjaCodes = {
  'block-in-block': error(
    (p: Raised & { readonly tag: string; readonly name: string; readonly outer: string }) =>
      `${p.tag} "${p.name}" stands inside ${p.outer}`,
    { hint: () => 'Move it to the top level of the file.' },
  ),
  'division-by-zero': error((_: Raised) => 'division by zero'),
  'index-out-of-range': error((p: Problem) => p.problem),
  'invalid-value': error((p: Problem) => p.problem),
  'key-not-found': error((p: Raised & { readonly key: string }) => `there is no key ${p.key}`),
  'python-error': error((p: Problem) => p.problem),
  'recursion-limit': error(
    (p: Raised & { readonly name: string; readonly limit: number }) =>
      `"${p.name}" is called more than ${p.limit} levels deep`,
    { hint: () => 'Give the macro a condition under which it stops calling itself.' },
  ),
  'return-outside-macro': error((_: Raised) => 'return() is called outside of a macro'),
  'template-loading': error(
    (p: Raised & { readonly tag: string }) => `{% ${p.tag} %} cannot load another template`,
    {
      hint: () => 'Macros of the project and of its packages can be called without importing them.',
    },
  ),
  'template-syntax': error((p: Problem) => p.problem),
  'type-mismatch': error((p: Problem) => p.problem),
  'unclosed-delimiter': error(
    (p: Raised & { readonly opening: string; readonly closing: string }) =>
      p.opening === '"' || p.opening === "'"
        ? 'this text is never closed'
        : `"${p.opening}" is never closed`,
    { hint: (p) => `Close it with ${p.closing}` },
  ),
  'unclosed-tag': error(
    (p: Raised & { readonly tag: string; readonly end: string; readonly found?: string }) =>
      p.found === undefined
        ? `{% ${p.tag} %} is never closed`
        : `{% ${p.tag} %} is not closed before {% ${p.found} %}`,
    { hint: (p) => `Add {% ${p.end} %}.` },
  ),
  'undefined-attribute': error(
    (p: Unknown & { readonly owner: string }) => `${p.owner} has no attribute "${p.name}"`,
    { hint: suggest },
  ),
  'undefined-item': error(
    (p: Raised & { readonly owner: string; readonly key: string }) =>
      `${p.owner} has no element ${p.key}`,
  ),
  'undefined-value': error((p: Problem) => p.problem),
  'undefined-variable': error((p: Unknown) => `"${p.name}" is undefined`, { hint: suggest }),
  'unexpected-end-tag': error(
    (p: Raised & { readonly tag: string; readonly opening: string }) =>
      `{% ${p.tag} %} closes nothing: there is no open {% ${p.opening} %}`,
  ),
  'unknown-filter': error((p: Unknown) => `there is no filter "${p.name}"`, { hint: suggest }),
  'unknown-tag': error((p: Unknown) => `there is no tag "${p.name}"`, { hint: suggest }),
  'unknown-test': error((p: Unknown) => `there is no test "${p.name}"`, { hint: suggest }),
  'unsafe-access': error((p: Problem) => p.problem),
  'value-too-large': error((p: Problem) => p.problem),
  'wrong-arguments': error((p: Problem) => p.problem, {
    // dbt calls macros so when it compiles them.
    fact: (p) =>
      p.problem.startsWith("macro '")
        ? p.problem.replace("macro '", "macro 'dbt_macro__")
        : undefined,
  }),
}
