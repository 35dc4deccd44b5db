-- Takes hours, unless it is stopped.
select max(a.range * b.range + id) as x
from {{ ref('a_quick') }}, range(10000000) a, range(10000000) b
