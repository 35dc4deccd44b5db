/** The dbt whose behaviour btn has: what `require-dbt-version` is held against. */
export const DBT_VERSION = '1.12.6'
