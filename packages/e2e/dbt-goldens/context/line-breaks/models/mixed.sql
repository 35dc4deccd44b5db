select id,
  kind
from {{ ref("plain") }}

