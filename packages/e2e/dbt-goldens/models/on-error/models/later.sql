select * from {{ ref('after_continues') }}
