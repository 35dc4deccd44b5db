select id, {{ var('generation') }} as generation, md5((id + {{ var('generation') }})::varchar) as filler
from {{ ref('first') }}
