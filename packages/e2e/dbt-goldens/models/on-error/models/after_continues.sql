-- depends_on: {{ ref('continues') }}
select 1 as id
