/** Cases in which btn differs from Jinja2 on purpose: `area: name` and why. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    'control: for: for with trailing comma target',
    'Jinja2 takes "in" for the next name after the comma; Python and btn do not',
  ],
  [
    'templates: extensions: snapshot is no tag of the engine',
    'dbt cuts snapshot blocks out of the file before Jinja2 sees it; btn reads them where they stand',
  ],
])
