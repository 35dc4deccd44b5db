select r.id from {{ source('raw', 'returns') }} as r, {{ ref('tested') }} as t
