import { error } from '../entry.ts'

/** Mistakes that the template engine finds by itself. */
export const jinjaCodes = {
  'template-syntax': error((p: { readonly problem: string }) => p.problem),
}
