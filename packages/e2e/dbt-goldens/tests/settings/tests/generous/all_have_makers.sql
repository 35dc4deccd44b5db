select id from {{ ref('parts') }} where made_by is null
