select name from {{ ref('adults') }}
