select distinct made_by as name from {{ ref('parts') }} where made_by in ('ada', 'bob')
