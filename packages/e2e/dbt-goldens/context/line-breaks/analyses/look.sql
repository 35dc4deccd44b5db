select *
from {{ ref('templated') }}
