select id, {{ function('double_it') }}(id) as twice, {{ function('shop', 'plus') }}(id) as next, {{ function('newest') }}() as newest
from {{ ref('orders') }}
