import { error } from '../entry.ts'

/** Mistakes found while the project's files are read. */
export const loadCodes = {
  'file-not-utf8': error(
    (p: { readonly path: string; readonly byte: number }) =>
      `${p.path} is not UTF-8 (byte ${p.byte})`,
    {
      hint: () => 'Save the file as UTF-8.',
    },
  ),
}
