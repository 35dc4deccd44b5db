-- depends_on: {{ ref('stops') }}
select 1 as id
