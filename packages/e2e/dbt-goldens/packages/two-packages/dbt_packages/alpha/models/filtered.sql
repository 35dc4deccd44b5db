select id, '{{ var("word") }}' as word, {{ var("only_here") }} as seven, {{ shout("x") }} as loud, {{ whisper("x") }} as low,
  {{ common() }} as common, {{ calls_common() }} as called
from {{ ref('words') }} where id >= {{ var("least") }}
