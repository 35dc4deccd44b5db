import { toText, type Value } from '@btn/jinja'

/** Names in small letters, digits and underscores; equal ones are counted, if asked. */
export function slugify(names: readonly Value[], isUnique: boolean): readonly string[] {
  const slugs: string[] = []
  for (const name of names) {
    const slug = toText(name)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/'/g, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
    let unique = slug
    for (let count = 2; isUnique && slugs.includes(unique); count++) unique = `${slug}_${count}`
    slugs.push(unique)
  }
  return slugs
}
