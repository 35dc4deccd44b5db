-- depends_on: {{ ref('continues') }} {{ ref('stops') }}
select 1 as id
