select * from {{ ref('no_schema') }} union all select * from {{ ref('no_database') }} union all select * from {{ ref('child') }}
