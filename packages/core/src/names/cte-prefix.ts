/** dbt's prefix of the common table expressions that ephemeral models become. */
export const CTE_PREFIX = '__dbt__cte__'
