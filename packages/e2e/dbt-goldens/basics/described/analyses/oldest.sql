select * from {{ ref('adults') }} order by born limit {{ var('many', 1) }}
