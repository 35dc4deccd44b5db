import { error } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

/** Mistakes found while references are resolved and the order is computed. */
export const linkCodes = {
  'dependency-cycle': error(
    (p: { readonly path: readonly string[] }) =>
      `these depend on each other: ${p.path.join(' -> ')}`,
    {
      hint: () => 'Remove one of these references.',
    },
  ),
  'ref-not-found': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `no model, seed or snapshot is called "${p.name}"`,
    {
      hint: (p) => didYouMean(p.nearest),
    },
  ),
}
