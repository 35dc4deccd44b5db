/** Cases in which btn differs from Jinja2 on purpose: `area: name` and why. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([])
