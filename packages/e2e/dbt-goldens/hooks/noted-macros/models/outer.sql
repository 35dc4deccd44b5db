select id from {{ ref('inner') }}
