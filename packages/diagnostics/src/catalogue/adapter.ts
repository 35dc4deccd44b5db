import { error } from '../entry.ts'

/** What goes wrong between btn and a database. */
export const adapterCodes = {
  'database-locked': error(
    (p: { readonly path: string; readonly holder: string }) => `${p.path} is locked by ${p.holder}`,
  ),
}
