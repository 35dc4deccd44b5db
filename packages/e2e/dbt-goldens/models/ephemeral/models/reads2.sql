select * from {{ ref('eph2') }} union all select * from {{ ref('eph') }}
