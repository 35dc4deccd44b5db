select * from {{ ref('early') }}
