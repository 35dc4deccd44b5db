select * from {{ ref('versions', 'orders', v=1) }} union all by name select * from {{ ref('orders', version='3-beta') }}
