-- depends_on: {{ ref('by_default') }}
select 1 as id
