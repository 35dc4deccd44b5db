/** Hands a file to the reader; works for pages opened from the disk, and under a strict Content-Security-Policy. */
export function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(blob)
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** `shop-lineage-fct_orders.svg`: the project, and what was selected of it. */
export function fileName(project: string, subject: string, ending: string): string {
  const safe = subject
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${[project, 'lineage', safe].filter((part) => part !== '').join('-')}.${ending}`
}
