select id * 2 as id, generation from {{ ref('first') }}
