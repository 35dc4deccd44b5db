/** Filled in by the build from package.json. */
declare const BTN_VERSION: string | undefined

/** Version of btn itself. */
export const btnVersion: string = typeof BTN_VERSION === 'string' ? BTN_VERSION : '0.0.0-source'

/** The release of dbt whose behaviour btn has. */
export const dbtVersion = '1.12.6'

declare const BTN_BUILD: string | undefined

/** Tells one build from another: what a build keeps in a cache, another one does not believe. */
export const btnBuild: string = typeof BTN_BUILD === 'string' ? BTN_BUILD : 'source'
