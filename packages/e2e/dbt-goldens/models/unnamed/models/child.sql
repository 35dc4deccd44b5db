select * from {{ ref('in_place') }}
