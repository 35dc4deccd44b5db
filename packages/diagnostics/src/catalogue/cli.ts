import { error } from '../entry.ts'

/** Wrong usage of the command line. */
export const cliCodes = {
  'unknown-option': error((p: { readonly option: string }) => `unknown option ${p.option}`),
}
