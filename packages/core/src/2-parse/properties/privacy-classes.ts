import type { Item } from './item.ts'
import type { PrivacyClassPatch } from './types.ts'

/** `pii_classes:` at the top of a file: a policy by class, or a mapping of more. */
export function readPrivacyClasses(root: Item): readonly PrivacyClassPatch[] {
  const classes = root.item('pii_classes')
  if (!classes) return []
  return Object.keys(classes.value).map((name) => {
    const inner = classes.item(name)
    const policy = inner?.text('policy') ?? classes.text(name)
    const prefix = inner?.text('prefix')
    const allowsUnkeyed = inner?.flag('allow_unkeyed')
    return {
      name,
      ...(policy !== undefined && { policy }),
      ...(prefix !== undefined && { prefix }),
      ...(allowsUnkeyed !== undefined && { allowsUnkeyed }),
      place: classes.keyPlaceOf(name),
    }
  })
}
