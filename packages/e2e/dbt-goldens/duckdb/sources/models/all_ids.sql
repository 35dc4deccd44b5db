{% set years = [2026] %}
select id, 'orders' as what from {{ source('files', 'orders') }}
union all select id, 'old' from {{ source('files', 'old') }}
union all select id, 'more' from {{ source('files', 'more') }}
union all select id, 'renamed' from {{ source('by_meta', 'renamed') }}
union all select id, 'by meta' from {{ source('by_meta', 'old') }}
