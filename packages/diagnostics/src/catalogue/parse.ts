import { error } from '../entry.ts'

/** Mistakes found while models, macros and properties are parsed. */
export const parseCodes = {
  'duplicate-macro': error((p: { readonly name: string }) => `two macros are called "${p.name}"`),
}
