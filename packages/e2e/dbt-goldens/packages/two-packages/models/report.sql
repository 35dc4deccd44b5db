select f.*, {{ var("least") }} as least, {{ alpha.shout("y") }} as loud_again, {{ beta.common() }} as of_beta,
  (select whose from {{ ref('shared') }}) as mine, (select whose from {{ ref('beta', 'shared') }}) as theirs
from {{ ref('alpha', 'filtered') }} as f
