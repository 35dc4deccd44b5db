import type { DocBlock } from '../types/index.ts'

/** The first page of the documentation where a project writes none of its own: a docs block called `__overview__`. */
export const overview: DocBlock = {
  id: 'doc.dbt.__overview__',
  name: '__overview__',
  packageName: 'dbt',
  path: 'overview.md',
  originalPath: 'docs/overview.md',
  contents: `### About this documentation

These pages were made from the project's files: its models, seeds, snapshots, sources and tests, what the properties
say of them, and what the database knows of their columns.

Look for a model by its folder, or by the database and schema in which it is stored. Each page shows the description
and the columns of a model, its SQL as it was written and as it was sent, and the graph of what it reads and of what
reads it.

To put a page of your own in the place of this one, write a docs block called \`__overview__\` in a file of the
project that ends in \`.md\`.`,
}
