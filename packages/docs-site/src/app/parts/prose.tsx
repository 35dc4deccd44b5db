import type { JSX } from 'preact'
import type { Html } from '../../data/index.ts'

/** Text that was Markdown: the only HTML that is set as such. Its maker escaped everything that the Markdown did not mean. */
export function Prose({ html }: { readonly html: Html }): JSX.Element {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
