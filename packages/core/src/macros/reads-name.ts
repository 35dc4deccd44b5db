import { parse, visit } from '@btn/jinja'

/** True when a template says the name somewhere: what it reads, as far as the text alone can tell. */
export function readsName(code: string, name: string): boolean {
  const { value } = parse({ path: 'template', text: code })
  let isRead = false
  visit(value, (node) => {
    if (node.kind === 'name' && node.name === name) isRead = true
  })
  return isRead
}
