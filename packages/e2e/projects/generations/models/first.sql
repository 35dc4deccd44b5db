select range as id, {{ var('generation') }} as generation, md5((range + {{ var('generation') }})::varchar) as filler
from range(60000)
