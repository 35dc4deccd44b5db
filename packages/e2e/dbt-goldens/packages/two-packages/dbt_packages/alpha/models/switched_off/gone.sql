select * from {{ ref('filtered') }}
