select * from {{ ref('prod', v=1) }} union all select id from {{ ref('prod') }} union all select id from {{ ref('rich', 'prod', version=3) }}
